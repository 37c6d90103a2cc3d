import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  count,
  few
} from "./chunk-UIHX4XYS.js";

// src/reporters/not-checked.ts
function reasonsNotChecked(report) {
  const { observations, plan, coverage } = report;
  const stopped = observations.chain?.stopped;
  const off = coverage.filter((one) => one.state === "off" && !one.optIn).map(({ rule }) => rule);
  return [
    ...grouped(observations.notObserved.map(({ what, revision, why }) => [whatOf(what), revision, why])),
    ...stopped ? [`down in a row from ${stopped.above}: ${stopped.because}`] : [],
    ...grouped(plan.leftOut.map(({ revision, why }) => ["", revision, why])),
    ...declared(report),
    ...unknownSizes(report),
    ...off.length > 0 ? [`rules that are off: ${off.join(", ")}`] : []
  ];
}
var whatOf = (what) => what === "revision" ? "" : what;
function grouped(reasons) {
  const groups = Map.groupBy(
    reasons,
    ([what, revision, why]) => JSON.stringify([what, revision === void 0, why])
  );
  return [...groups.values()].map((group) => {
    const [what, , why] = group[0];
    const revisions = group.flatMap(([, revision]) => revision === void 0 ? [] : [revision]);
    if (revisions.length === 0) return what === "" ? why : `${what}: ${why}`;
    const who = revisions.length === 1 ? `${revisions[0]}` : `${count(revisions.length, "revision")} (${few(revisions)})`;
    return `${what === "" ? "" : `${what} of `}${who}: ${why}`;
  });
}
function declared({ graph, observations }) {
  const walked = new Set(observations.roundTrips.map(({ revision }) => revision));
  return graph.revisions.filter(({ id }) => walked.has(id)).flatMap(
    ({ id, directives }) => directives.filter(({ keyword }) => keyword === "irreversible").map(({ text }) => `downgrade of ${id}: declared irreversible: ${text || "no reason given"}`)
  );
}
function unknownSizes({ findings, tableSizes }) {
  if (!tableSizes) return [];
  const unknown = findings.flatMap(({ table }) => table && table.bytes === void 0 ? [table] : []);
  const names = [...new Set(unknown.map(({ schema, name }) => `${schema}.${name}`))];
  return names.length === 0 ? [] : [`size in production of ${few(names)}: not in the table statistics`];
}

export {
  reasonsNotChecked
};
