import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  check,
  planOnly,
  rejudge
} from "./chunk-UOX7UPBS.js";
import "./chunk-5ZYWIPJ3.js";
import "./chunk-RPP2APGG.js";
import "./chunk-M2V5U363.js";
import "./chunk-JYWKWCTX.js";
import "./chunk-UQAUXJNY.js";
import "./chunk-X5JS7FSY.js";
import "./chunk-CW7E6TRU.js";
import "./chunk-GWN3YTZL.js";
import "./chunk-JHTROX6E.js";
import "./chunk-O632LGIS.js";
import "./chunk-A33IW6KI.js";
import "./chunk-S5KUP26Q.js";
import "./chunk-G5YK5CWD.js";
import "./chunk-UFDC26GR.js";
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
