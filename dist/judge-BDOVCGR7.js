import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  judge,
  recordable
} from "./chunk-R7PFCZHE.js";
import "./chunk-NHC576RH.js";
import "./chunk-GPDEBQO7.js";
import "./chunk-LVLOTI4M.js";
import "./chunk-4ZDK54KC.js";
export {
  judge,
  recordable
};
