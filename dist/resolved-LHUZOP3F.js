import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  resolved
} from "./chunk-RIJGLWET.js";
import "./chunk-74OMBEDD.js";
import "./chunk-RFOFLXV6.js";
import "./chunk-MX6W6JSU.js";
import "./chunk-YAZYXK4P.js";
import "./chunk-A33IW6KI.js";
import "./chunk-ODC47GDL.js";
import "./chunk-L5MK2OWE.js";
import "./chunk-LVLOTI4M.js";
import "./chunk-4ZDK54KC.js";
export {
  resolved
};
