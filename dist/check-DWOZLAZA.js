import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  check,
  planOnly,
  projectOf,
  rejudge
} from "./chunk-UVXQ4MRB.js";
import "./chunk-LEXDTX45.js";
import "./chunk-GSM5XW34.js";
import "./chunk-SAM2PZXV.js";
import "./chunk-V4YWF2SM.js";
import "./chunk-JYWKWCTX.js";
import "./chunk-BAWHN274.js";
import "./chunk-C76FHOHM.js";
import "./chunk-E4NC3PWL.js";
import "./chunk-MPCTKBTA.js";
import "./chunk-37354AS2.js";
import "./chunk-67HGM7VL.js";
import "./chunk-A33IW6KI.js";
import "./chunk-BHWKXNUT.js";
import "./chunk-G5YK5CWD.js";
import "./chunk-UFDC26GR.js";
import "./chunk-3HPQLRMR.js";
import "./chunk-Y6MC4UPV.js";
import "./chunk-LVLOTI4M.js";
import "./chunk-ODNIKTB2.js";
import "./chunk-XPOZ2QEA.js";
import "./chunk-BHM4AELV.js";
import "./chunk-4ZDK54KC.js";
export {
  check,
  planOnly,
  projectOf,
  rejudge
};
