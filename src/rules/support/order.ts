import type { Finding, Severity } from '../../model/finding.ts';
import type { FailOn } from '../../model/report.ts';
import type { RevisionGraph } from '../../model/revision.ts';

const weights: Readonly<Record<Severity, number>> = { error: 3, warning: 2, notice: 1 };

/** Whether a finding of this severity fails a check that fails on `failOn`. */
export function atLeast(severity: Severity, failOn: FailOn): boolean {
  return failOn !== 'never' && weights[severity] >= weights[failOn];
}

/**
 * Worst first, then the largest table (those of which no size is known last), then in the order of the graph (what
 * belongs to no revision before), then by file, line and rule.
 */
export function inOrder(findings: readonly Finding[], { revisions }: RevisionGraph): readonly Finding[] {
  const rank = new Map(revisions.map(({ id }, at) => [id, at]));
  const at = ({ revision }: Finding): number => (revision === undefined ? -1 : (rank.get(revision) ?? -1));
  return findings.toSorted(
    (a, b) =>
      weights[b.severity] - weights[a.severity] ||
      bytes(b) - bytes(a) ||
      at(a) - at(b) ||
      text(a.place.file, b.place.file) ||
      (a.place.line ?? 0) - (b.place.line ?? 0) ||
      text(a.rule, b.rule),
  );
}

const bytes = ({ table }: Finding): number => table?.bytes ?? -1;

const text = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
