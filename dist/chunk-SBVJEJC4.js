import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;

// src/model/observation.ts
var limitLine = ({ revision, what, why }) => `${revision ?? what}: ${why}`;

export {
  limitLine
};
