import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  rules
} from "./chunk-UQAUXJNY.js";
import "./chunk-X5JS7FSY.js";
import "./chunk-CW7E6TRU.js";
import "./chunk-O632LGIS.js";
import "./chunk-LVLOTI4M.js";
import "./chunk-4ZDK54KC.js";
export {
  rules
};
