import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  judge,
  recordable
} from "./chunk-B5QU34VX.js";
import "./chunk-JYWKWCTX.js";
import "./chunk-26PKO4DF.js";
import "./chunk-PGKEVQFY.js";
import "./chunk-O632LGIS.js";
import "./chunk-LVLOTI4M.js";
import "./chunk-ODNIKTB2.js";
import "./chunk-4ZDK54KC.js";
export {
  judge,
  recordable
};
