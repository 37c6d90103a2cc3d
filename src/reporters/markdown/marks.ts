import { countedIn } from '../../model/finding.ts';
import { roundTripsIn } from '../../model/plan.ts';
import type { Report } from '../../model/report.ts';
import type { RevisionId } from '../../model/revision.ts';
import { movesOf } from '../walked.ts';

/** What is to be seen of some revisions in a drawing. */
export interface Marks {
  /** A move of it fails, or it has an error. Worst first. */
  readonly failing: ReadonlySet<RevisionId>;
  /** What the change under check adds or edits; empty where everything is checked. */
  readonly changed: ReadonlySet<RevisionId>;
}

export function marksOf(report: Report): Marks {
  const errors = countedIn(report).flatMap(({ severity, revision }) =>
    severity === 'error' && revision !== undefined ? [revision] : [],
  );
  const failed = movesOf(report).flatMap(({ failure, revision }) => (failure ? [revision] : []));
  const changed = report.plan.scope === 'all' ? [] : roundTripsIn(report.plan);
  return { failing: new Set([...errors, ...failed]), changed: new Set(changed) };
}
