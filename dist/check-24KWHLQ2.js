import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  check,
  planOnly,
  projectOf,
  rejudge
} from "./chunk-KV7CTGSY.js";
import "./chunk-LEXDTX45.js";
import "./chunk-5TPGFMRO.js";
import "./chunk-SAM2PZXV.js";
import "./chunk-4UQM6PCR.js";
import "./chunk-JYWKWCTX.js";
import "./chunk-W4LDNA4A.js";
import "./chunk-C76FHOHM.js";
import "./chunk-E4NC3PWL.js";
import "./chunk-PHJNJXQ3.js";
import "./chunk-SBVJEJC4.js";
import "./chunk-CW7E6TRU.js";
import "./chunk-RYKCJP3C.js";
import "./chunk-A33IW6KI.js";
import "./chunk-BHWKXNUT.js";
import "./chunk-G5YK5CWD.js";
import "./chunk-UFDC26GR.js";
import "./chunk-3HPQLRMR.js";
import "./chunk-Y6MC4UPV.js";
import "./chunk-LVLOTI4M.js";
import "./chunk-ODNIKTB2.js";
import "./chunk-XPOZ2QEA.js";
import "./chunk-FSKHT2XI.js";
import "./chunk-4ZDK54KC.js";
export {
  check,
  planOnly,
  projectOf,
  rejudge
};
