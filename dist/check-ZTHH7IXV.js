import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  check,
  planOnly,
  rejudge
} from "./chunk-SVJX2V64.js";
import "./chunk-5ZYWIPJ3.js";
import "./chunk-UUD3XFS6.js";
import "./chunk-B5QU34VX.js";
import "./chunk-JYWKWCTX.js";
import "./chunk-26PKO4DF.js";
import "./chunk-PGKEVQFY.js";
import "./chunk-WKDJUTXU.js";
import "./chunk-LRPBEOV6.js";
import "./chunk-O632LGIS.js";
import "./chunk-A33IW6KI.js";
import "./chunk-3DHY4DNK.js";
import "./chunk-G5YK5CWD.js";
import "./chunk-UJ47GKAL.js";
import "./chunk-3HPQLRMR.js";
import "./chunk-L5MK2OWE.js";
import "./chunk-LVLOTI4M.js";
import "./chunk-ODNIKTB2.js";
import "./chunk-XPOZ2QEA.js";
import "./chunk-G7WCXZMD.js";
import "./chunk-4ZDK54KC.js";
export {
  check,
  planOnly,
  rejudge
};
