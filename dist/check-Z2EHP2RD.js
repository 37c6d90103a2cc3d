import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  check,
  planOnly,
  rejudge
} from "./chunk-JIA7S7LH.js";
import "./chunk-QD4C6AAH.js";
import "./chunk-LQVWXUBX.js";
import "./chunk-C63EII5F.js";
import "./chunk-ZSCF6D6X.js";
import "./chunk-3LT6IPLV.js";
import "./chunk-3PY62EKK.js";
import "./chunk-L5MK2OWE.js";
import "./chunk-B43E766C.js";
import "./chunk-H3QFLGZO.js";
import "./chunk-MQDN3KCA.js";
import "./chunk-4ZDK54KC.js";
export {
  check,
  planOnly,
  rejudge
};
