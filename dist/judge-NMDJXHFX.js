import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  judge,
  recordable
} from "./chunk-4UQM6PCR.js";
import "./chunk-JYWKWCTX.js";
import "./chunk-W4LDNA4A.js";
import "./chunk-C76FHOHM.js";
import "./chunk-SBVJEJC4.js";
import "./chunk-CW7E6TRU.js";
import "./chunk-RYKCJP3C.js";
import "./chunk-LVLOTI4M.js";
import "./chunk-ODNIKTB2.js";
import "./chunk-4ZDK54KC.js";
export {
  judge,
  recordable
};
