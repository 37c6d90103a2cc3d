import type { Finding } from '../../model/finding.ts';
import { roundTripsIn } from '../../model/plan.ts';
import { fails, type Report } from '../../model/report.ts';
import type { RevisionId } from '../../model/revision.ts';
import type { RenderOptions, WalkPart } from '../reporter.ts';

/** Findings by the case that they belong to. */
export interface SortedFindings {
  /** About a part of the round trip of a revision in scope. */
  ofRevision(revision: RevisionId, part: WalkPart): readonly Finding[];
  /** About a part of the walk as a whole, or about no revision in scope. */
  ofWhole(part: WalkPart): readonly Finding[];
  /** Whether the gate is shut because of it. */
  fails(finding: Finding): boolean;
}

const wholeParts: readonly WalkPart[] = ['chain', 'rehearsal', 'models'];

export function sort(
  { findings, plan, failOn }: Report,
  { rule }: Pick<RenderOptions, 'rule'>,
): SortedFindings {
  const inScope = new Set(roundTripsIn(plan));
  const cases = Map.groupBy(findings, (finding) => {
    const part = rule?.(finding.rule)?.part ?? 'rest';
    const { revision } = finding;
    const isOfTrip = revision !== undefined && inScope.has(revision) && !wholeParts.includes(part);
    return keyOf(isOfTrip ? revision : undefined, isOfTrip || wholeParts.includes(part) ? part : 'rest');
  });
  return {
    ofRevision: (revision, part) => cases.get(keyOf(revision, part)) ?? [],
    ofWhole: (part) => cases.get(keyOf(undefined, part)) ?? [],
    fails: (finding) => fails(finding, failOn),
  };
}

const keyOf = (revision: RevisionId | undefined, part: WalkPart): string =>
  JSON.stringify([part, revision ?? null]);
