import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;

// src/model/observation.ts
var upgradesIn = ({
  roundTrips,
  passedThrough
}) => [
  ...roundTrips.map(({ upgrade }) => upgrade),
  ...passedThrough
];
var limitLine = ({ revision, what, why }) => `${revision ?? what}: ${why}`;

// src/model/plan.ts
var roundTripsIn = ({ steps }) => steps.flatMap((step) => step.kind === "round-trip" ? [step.revision] : []);

export {
  upgradesIn,
  limitLine,
  roundTripsIn
};
