import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  resolved
} from "./chunk-4Q2KL54C.js";
import "./chunk-GERXPO6N.js";
import "./chunk-W4BGRORS.js";
import "./chunk-5RNLRIMV.js";
import "./chunk-NT2BRCZQ.js";
import "./chunk-A33IW6KI.js";
import "./chunk-ISUSZLND.js";
import "./chunk-LVLOTI4M.js";
import "./chunk-ODC47GDL.js";
import "./chunk-L5MK2OWE.js";
import "./chunk-4ZDK54KC.js";
export {
  resolved
};
