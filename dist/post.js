import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  removeLeftovers
} from "./chunk-A5CX65PK.js";
import "./chunk-XPOZ2QEA.js";
import {
  environment
} from "./chunk-BHM4AELV.js";
import "./chunk-4ZDK54KC.js";

// src/post.ts
var watchLists = environment()["STATE_watchLists"];
var janitors = watchLists ? await removeLeftovers(watchLists) : 0;
if (janitors > 0) process.stdout.write("Removed what the cancelled check had left behind.\n");
