import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  rules
} from "./chunk-BAWHN274.js";
import "./chunk-C76FHOHM.js";
import "./chunk-37354AS2.js";
import "./chunk-67HGM7VL.js";
import "./chunk-LVLOTI4M.js";
import "./chunk-4ZDK54KC.js";
export {
  rules
};
