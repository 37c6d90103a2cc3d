import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  count
} from "./chunk-UIHX4XYS.js";
import {
  roundTripsIn
} from "./chunk-37354AS2.js";

// src/reporters/walked.ts
function walked({ observations, graph, plan }) {
  const { roundTrips, passedThrough, chain, rehearsal } = observations;
  if (plan.untouchedSince !== void 0)
    return `no migration was changed since ${plan.untouchedSince}: nothing was started`;
  if (plan.steps.length === 0)
    return graph.revisions.length === 0 ? "nothing to walk" : "no revision in scope: nothing was started";
  return [
    ...roundTripsIn(plan).length > 0 ? [`${count(roundTrips.length, "revision")} up, down and up again`] : [],
    ...passedThrough.length > 0 ? [`${passedThrough.length} passed through`] : [],
    ...chain && !chain.failure ? [downInARow(chain)] : [],
    ...rehearsal && !rehearsal.failure ? ["one plain upgrade to the heads"] : []
  ].join(" \xB7 ");
}
var downInARow = ({ down, reached }) => down.length === 1 ? "the last one down once more" : `${reached === "base" ? "all" : "the last"} ${down.length} down in a row`;
function movesOf({ observations }) {
  const { passedThrough, roundTrips } = observations;
  return [
    ...passedThrough,
    ...roundTrips.flatMap(({ upgrade, downgrade, reupgrade }) => [
      upgrade,
      ...downgrade ? [downgrade] : [],
      ...reupgrade ? [reupgrade] : []
    ])
  ];
}

export {
  walked,
  movesOf
};
