import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  mustBeWritable,
  readReport,
  writeReport
} from "./chunk-H5DPVBWC.js";
import "./chunk-3PY62EKK.js";
import "./chunk-L5MK2OWE.js";
import "./chunk-H3QFLGZO.js";
import "./chunk-4ZDK54KC.js";
export {
  mustBeWritable,
  readReport,
  writeReport
};
