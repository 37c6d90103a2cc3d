import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  resolved
} from "./chunk-KHQR3HZQ.js";
import "./chunk-25HRO674.js";
import "./chunk-WEG2C7GQ.js";
import "./chunk-PYV3O6H3.js";
import "./chunk-JHTROX6E.js";
import "./chunk-A33IW6KI.js";
import "./chunk-S5KUP26Q.js";
import "./chunk-UFDC26GR.js";
import "./chunk-3HPQLRMR.js";
import "./chunk-L5MK2OWE.js";
import "./chunk-LVLOTI4M.js";
import "./chunk-ODNIKTB2.js";
import "./chunk-G7WCXZMD.js";
import "./chunk-4ZDK54KC.js";
export {
  resolved
};
