import type { Report } from '../../model/report.ts';
import { oneLine } from '../plain.ts';
import { count, few, type Page, wrap } from './page.ts';

/** What was not looked at, with the reasons; the revisions that share one stand together. */
export function notCheckedLines(report: Report, page: Page): readonly string[] {
  const { observations, plan, coverage } = report;
  const stopped = observations.chain?.stopped;
  const reasons = [
    ...grouped(observations.notObserved.map(({ what, revision, why }) => [whatOf(what), revision, why])),
    ...(stopped ? [`down in a row from ${stopped.above}: ${stopped.because}`] : []),
    ...grouped(plan.leftOut.map(({ revision, why }) => ['', revision, why])),
    ...declared(report),
    ...unknownSizes(report),
  ];
  const off = coverage.filter((one) => one.state === 'off' && !one.optIn).map(({ rule }) => rule);
  return [
    ...section(
      'not checked',
      [...reasons, ...(off.length > 0 ? [`rules that are off: ${off.join(', ')}`] : [])],
      page,
    ),
    ...section(
      'good to know',
      observations.remarks.map(({ text }) => text),
      page,
    ),
  ];
}

function section(title: string, lines: readonly string[], page: Page): readonly string[] {
  return lines.length === 0
    ? []
    : ['', page.paint('bold', title), ...lines.flatMap((line) => wrap(oneLine(line), page, '  '))];
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
    const who =
      revisions.length === 1
        ? `${revisions[0]}`
        : `${count(revisions.length, 'revision')} (${few(revisions)})`;
    return `${what === '' ? '' : `${what} of `}${who}: ${why}`;
  });
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
