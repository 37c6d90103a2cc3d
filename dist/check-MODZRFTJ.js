import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  check,
  planOnly,
  rejudge
} from "./chunk-52D25SOC.js";
import "./chunk-X7WZ7L45.js";
import "./chunk-G5N2MINZ.js";
import "./chunk-4M5NRG4F.js";
import "./chunk-5RNLRIMV.js";
import "./chunk-ISUSZLND.js";
import "./chunk-LVLOTI4M.js";
import "./chunk-L5MK2OWE.js";
import "./chunk-4ZDK54KC.js";
export {
  check,
  planOnly,
  rejudge
};
