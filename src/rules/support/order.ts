import { type Finding, severities } from '../../model/finding.ts';
import type { RevisionGraph } from '../../model/revision.ts';

/**
 * Worst first, then the largest table (those of which no size is known last), then in the order of the graph (what
 * belongs to no revision before), then by file, line and rule.
 */
export function inOrder(findings: readonly Finding[], { revisions }: RevisionGraph): readonly Finding[] {
  const rank = new Map(revisions.map(({ id }, at) => [id, at]));
  const at = ({ revision }: Finding): number => (revision === undefined ? -1 : (rank.get(revision) ?? -1));
  return findings.toSorted(
    (a, b) =>
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      bytes(b) - bytes(a) ||
      at(a) - at(b) ||
      text(a.place.file, b.place.file) ||
      (a.place.line ?? 0) - (b.place.line ?? 0) ||
      text(a.rule, b.rule),
  );
}

const bytes = ({ table }: Finding): number => table?.bytes ?? -1;

const text = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
