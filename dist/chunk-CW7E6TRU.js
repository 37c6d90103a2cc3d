import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;

// src/model/plan.ts
var roundTripsIn = ({ steps }) => steps.flatMap((step) => step.kind === "round-trip" ? [step.revision] : []);

export {
  roundTripsIn
};
