import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  rules
} from "./chunk-B43E766C.js";
import "./chunk-H3QFLGZO.js";
import "./chunk-MQDN3KCA.js";
import "./chunk-4ZDK54KC.js";
export {
  rules
};
