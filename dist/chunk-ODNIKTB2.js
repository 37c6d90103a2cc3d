import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;

// src/model/finding.ts
var severities = ["error", "warning", "notice"];
var countedIn = ({ findings }) => findings.filter(({ suppressed }) => !suppressed);

export {
  severities,
  countedIn
};
