import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  resolved
} from "./chunk-2F2ORU7R.js";
import "./chunk-ZWMDAR6S.js";
import "./chunk-7KZAWLLG.js";
import "./chunk-ZSCF6D6X.js";
import "./chunk-S6JIUYN6.js";
import "./chunk-3LT6IPLV.js";
import "./chunk-3PY62EKK.js";
import "./chunk-L5MK2OWE.js";
import "./chunk-SHSROW75.js";
import "./chunk-MQDN3KCA.js";
import "./chunk-4ZDK54KC.js";
export {
  resolved
};
