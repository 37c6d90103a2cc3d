import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
import {
  count,
  few
} from "./chunk-UIHX4XYS.js";
import {
  limitLine
} from "./chunk-37354AS2.js";

// src/reporters/not-checked.ts
var reasonsNotChecked = (report) => [
  ...reasonsOfRun(report),
  ...ofRules(report)
];
function reasonsOfRun(report) {
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
    return `${what === "" ? "" : `${what} of `}${called(revisions)}: ${why}`;
  });
}
var called = (revisions) => revisions.length === 1 ? `${revisions[0]}` : `${count(revisions.length, "revision")} (${few(revisions)})`;
function ofRules({ coverage, graph, observations }) {
  const ids = new Set(graph.revisions.map(({ id }) => id));
  const limits = new Set(observations.notObserved.map(limitLine));
  const reasons = coverage.flatMap((one) => {
    if (one.state !== "checked") return [];
    const own = one.notChecked.filter((line) => !limits.has(line));
    return own.map((line) => ({ rule: one.rule, ...partsOf(line, ids) }));
  });
  const groups = Map.groupBy(reasons, ({ why }) => why);
  return [...groups].flatMap(([why, group]) => {
    if (isToldElsewhere.test(why)) return [];
    const rules = few([...new Set(group.map(({ rule }) => rule))]);
    const revisions = [...new Set(group.flatMap(({ revision }) => revision ?? []))];
    return [`${revisions.length === 0 ? rules : `${rules} of ${called(revisions)}`}: ${why}`];
  });
}
var isToldElsewhere = /^(?:declared irreversible|no base ref is known)/;
function partsOf(line, ids) {
  const [revision = ""] = line.split(": ", 1);
  return ids.has(revision) ? { revision, why: line.slice(revision.length + 2) } : { why: line };
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
  reasonsNotChecked,
  reasonsOfRun
};
