import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  severities
} from "./chunk-ODNIKTB2.js";

// src/model/report.ts
var fails = ({ severity, suppressed }, failOn) => !suppressed && failOn !== "never" && severities.indexOf(severity) <= severities.indexOf(failOn);
var opens = ({ verdict, failOn }) => verdict === "passed" || failOn === "never";

export {
  fails,
  opens
};
