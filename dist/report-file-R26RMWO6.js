import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  mustBeWritable,
  readReport,
  writeReport
} from "./chunk-WO3MD2T4.js";
import "./chunk-ODC47GDL.js";
import "./chunk-L5MK2OWE.js";
import "./chunk-GPDEBQO7.js";
import "./chunk-4ZDK54KC.js";
export {
  mustBeWritable,
  readReport,
  writeReport
};
