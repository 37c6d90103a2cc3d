import { limitLine } from '../model/observation.ts';
import type { Report } from '../model/report.ts';
import { count, few } from './wording.ts';

/** What was not looked at, each with its reason, in plain text; the revisions that share one stand together. */
export const reasonsNotChecked = (report: Report): readonly string[] => [
  ...reasonsOfRun(report),
  ...ofRules(report),
];

/** The same without what single rules have left alone, for a document that tells of each rule by itself. */
export function reasonsOfRun(report: Report): readonly string[] {
  const { observations, plan, coverage } = report;
  const stopped = observations.chain?.stopped;
  const off = coverage.filter((one) => one.state === 'off' && !one.optIn).map(({ rule }) => rule);
  return [
    ...grouped(observations.notObserved.map(({ what, revision, why }) => [whatOf(what), revision, why])),
    ...(stopped ? [`down in a row from ${stopped.above}: ${stopped.because}`] : []),
    ...grouped(plan.leftOut.map(({ revision, why }) => ['', revision, why])),
    ...declared(report),
    ...unknownSizes(report),
    ...(off.length > 0 ? [`rules that are off: ${off.join(', ')}`] : []),
  ];
}

const whatOf = (what: string): string => (what === 'revision' ? '' : what);

type Reason = readonly [what: string, revision: string | undefined, why: string];

function grouped(reasons: readonly Reason[]): readonly string[] {
  const groups = Map.groupBy(reasons, ([what, revision, why]) =>
    JSON.stringify([what, revision === undefined, why]),
  );
  return [...groups.values()].map((group) => {
    const [what, , why] = group[0] as Reason;
    const revisions = group.flatMap(([, revision]) => (revision === undefined ? [] : [revision]));
    if (revisions.length === 0) return what === '' ? why : `${what}: ${why}`;
    return `${what === '' ? '' : `${what} of `}${called(revisions)}: ${why}`;
  });
}

const called = (revisions: readonly string[]): string =>
  revisions.length === 1 ? `${revisions[0]}` : `${count(revisions.length, 'revision')} (${few(revisions)})`;

/**
 * What rules have left alone, each reason once with all rules and revisions that share it. What limits all rules, and what
 * is declared irreversible, is told by itself; that nothing was named to compare with is told by whoever named nothing.
 */
function ofRules({ coverage, graph, observations }: Report): readonly string[] {
  const ids = new Set<string>(graph.revisions.map(({ id }) => id));
  const limits = new Set(observations.notObserved.map(limitLine));
  const reasons = coverage.flatMap((one) => {
    if (one.state !== 'checked') return [];
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

const isToldElsewhere = /^(?:declared irreversible|no base ref is known)/;

/** A line of a coverage that is about a revision begins with its id. */
function partsOf(
  line: string,
  ids: ReadonlySet<string>,
): { readonly revision?: string; readonly why: string } {
  const [revision = ''] = line.split(': ', 1);
  return ids.has(revision) ? { revision, why: line.slice(revision.length + 2) } : { why: line };
}

/** Irreversible on purpose: no fault, and not forgotten. */
function declared({ graph, observations }: Report): readonly string[] {
  const walked = new Set(observations.roundTrips.map(({ revision }) => revision));
  return graph.revisions
    .filter(({ id }) => walked.has(id))
    .flatMap(({ id, directives }) =>
      directives
        .filter(({ keyword }) => keyword === 'irreversible')
        .map(({ text }) => `downgrade of ${id}: declared irreversible: ${text || 'no reason given'}`),
    );
}

/** Once for all findings: tables that the statistics do not have, as one that a migration has made since. */
function unknownSizes({ findings, tableSizes }: Report): readonly string[] {
  if (!tableSizes) return [];
  const unknown = findings.flatMap(({ table }) => (table && table.bytes === undefined ? [table] : []));
  const names = [...new Set(unknown.map(({ schema, name }) => `${schema}.${name}`))];
  return names.length === 0 ? [] : [`size in production of ${few(names)}: not in the table statistics`];
}
