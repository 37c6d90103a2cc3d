import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  startDatabase,
  startFirst,
  surveyProviders
} from "./chunk-5ZYWIPJ3.js";
import "./chunk-L5MK2OWE.js";
import "./chunk-XPOZ2QEA.js";
import "./chunk-4ZDK54KC.js";
export {
  startDatabase,
  startFirst,
  surveyProviders
};
