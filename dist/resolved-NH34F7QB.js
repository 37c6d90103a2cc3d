import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  resolved
} from "./chunk-AON4Q32Y.js";
import "./chunk-BWUDTPXH.js";
import "./chunk-WEG2C7GQ.js";
import "./chunk-PRFH5JLA.js";
import "./chunk-MPCTKBTA.js";
import "./chunk-67HGM7VL.js";
import "./chunk-A33IW6KI.js";
import "./chunk-BHWKXNUT.js";
import "./chunk-UFDC26GR.js";
import "./chunk-3HPQLRMR.js";
import "./chunk-Y6MC4UPV.js";
import "./chunk-LVLOTI4M.js";
import "./chunk-ODNIKTB2.js";
import "./chunk-BHM4AELV.js";
import "./chunk-4ZDK54KC.js";
export {
  resolved
};
