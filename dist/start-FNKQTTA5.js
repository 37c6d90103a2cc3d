import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  startDatabase,
  startFirst,
  surveyProviders
} from "./chunk-LEXDTX45.js";
import "./chunk-Y6MC4UPV.js";
import "./chunk-XPOZ2QEA.js";
import "./chunk-4ZDK54KC.js";
export {
  startDatabase,
  startFirst,
  surveyProviders
};
