import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  check,
  planOnly,
  rejudge
} from "./chunk-6DFXEGL6.js";
import "./chunk-ZCUGTDW6.js";
import "./chunk-R7PFCZHE.js";
import "./chunk-MRS5HZN7.js";
import "./chunk-FZJPTM5F.js";
import "./chunk-YRBXVDKQ.js";
import "./chunk-MX6W6JSU.js";
import "./chunk-YAZYXK4P.js";
import "./chunk-A33IW6KI.js";
import "./chunk-ODC47GDL.js";
import "./chunk-L5MK2OWE.js";
import "./chunk-NHC576RH.js";
import "./chunk-GPDEBQO7.js";
import "./chunk-LVLOTI4M.js";
import "./chunk-4ZDK54KC.js";
export {
  check,
  planOnly,
  rejudge
};
