import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  resolved
} from "./chunk-XTIDOD3J.js";
import "./chunk-BAEQL6UH.js";
import "./chunk-2JVLKBM2.js";
import "./chunk-LRPBEOV6.js";
import "./chunk-A33IW6KI.js";
import "./chunk-3DHY4DNK.js";
import "./chunk-UJ47GKAL.js";
import "./chunk-3HPQLRMR.js";
import "./chunk-L5MK2OWE.js";
import "./chunk-LVLOTI4M.js";
import "./chunk-ODNIKTB2.js";
import "./chunk-G7WCXZMD.js";
import "./chunk-4ZDK54KC.js";
export {
  resolved
};
