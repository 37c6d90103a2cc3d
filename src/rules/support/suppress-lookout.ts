import type { Coverage } from '../../model/finding.ts';
import type { Facts } from '../../model/report.ts';
import type { Revision } from '../../model/revision.ts';
import { inScope } from './subjects.ts';

/**
 * Tells whether a rule has looked at all of some revisions, so that what it does not report is not there. Asked about
 * none, such as for a file that belongs to no revision, it tells whether the rule has looked at everything.
 */
export type Lookout = (rule: string, revisions: readonly Revision[]) => boolean;

/** Reads it from the coverage of the rules. A rule that there is not reports nothing, wherever it looks. */
export function lookoutOf(
  coverage: readonly Coverage[],
  facts: Facts,
  /** Whether a rule reads statements: those after a failing one were not executed. */
  readsStatements: (rule: string) => boolean,
): Lookout {
  const { graph, plan } = facts;
  const ids = new Set<string>(graph.revisions.map(({ id }) => id));
  const scope = new Set<string>(inScope(facts).map(({ id }) => id));
  const isRead = plan.untouchedSince === undefined;
  const isWhole = isRead && scope.size === ids.size && graph.faults.length === 0;
  const failed = new Set<string>(
    facts.observations.roundTrips.filter(({ upgrade }) => upgrade.failure).map(({ revision }) => revision),
  );
  const missed = new Map(coverage.map((one) => [one.rule as string, missedBy(one, ids)]));
  return (rule, revisions) => {
    const gaps = missed.get(rule) ?? nothing;
    if (gaps === 'everything' || gaps.has(elsewhere)) return false;
    if (revisions.length === 0) return isWhole && gaps.size === 0;
    const isCut = (id: string): boolean => failed.has(id) && readsStatements(rule);
    return revisions.every(({ id }) => scope.has(id) && !gaps.has(id) && !isCut(id));
  };
}

const elsewhere = '';
const nothing: ReadonlySet<string> = new Set();

/** The revisions of which something was not looked at, as the lines of the coverage begin with them. */
function missedBy(coverage: Coverage, ids: ReadonlySet<string>): ReadonlySet<string> | 'everything' {
  if (coverage.state !== 'checked') return 'everything';
  return new Set(
    coverage.notChecked.map((line) => {
      const [about = ''] = line.split(': ');
      return ids.has(about) ? about : elsewhere;
    }),
  );
}
