import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  rules
} from "./chunk-26PKO4DF.js";
import "./chunk-PGKEVQFY.js";
import "./chunk-O632LGIS.js";
import "./chunk-LVLOTI4M.js";
import "./chunk-4ZDK54KC.js";
export {
  rules
};
