import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  resolved
} from "./chunk-QDW5EG26.js";
import "./chunk-62BRQ3TH.js";
import "./chunk-WEG2C7GQ.js";
import "./chunk-WBM4A7A6.js";
import "./chunk-PHJNJXQ3.js";
import "./chunk-RYKCJP3C.js";
import "./chunk-A33IW6KI.js";
import "./chunk-BHWKXNUT.js";
import "./chunk-UFDC26GR.js";
import "./chunk-3HPQLRMR.js";
import "./chunk-Y6MC4UPV.js";
import "./chunk-LVLOTI4M.js";
import "./chunk-ODNIKTB2.js";
import "./chunk-FSKHT2XI.js";
import "./chunk-4ZDK54KC.js";
export {
  resolved
};
