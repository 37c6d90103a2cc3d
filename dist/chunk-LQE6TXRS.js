import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;

// src/model/report.ts
var opens = ({ verdict, failOn }) => verdict === "passed" || failOn === "never";

export {
  opens
};
