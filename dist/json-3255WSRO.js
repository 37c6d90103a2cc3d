import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import "./chunk-4ZDK54KC.js";

// src/reporters/json.ts
var json = {
  id: "json",
  render: (report) => `${JSON.stringify(report, null, 2)}
`
};
export {
  json
};
