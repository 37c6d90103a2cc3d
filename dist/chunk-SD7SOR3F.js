import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  count
} from "./chunk-UIHX4XYS.js";
import {
  severities
} from "./chunk-ODNIKTB2.js";

// src/reporters/by-severity.ts
var bySeverity = (findings) => severities.flatMap((level) => {
  const number = findings.filter(({ severity }) => severity === level).length;
  return number === 0 ? [] : [count(number, level)];
});

export {
  bySeverity
};
