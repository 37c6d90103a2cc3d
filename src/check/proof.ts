import { countedIn, type Finding } from '../model/finding.ts';
import type { Facts } from '../model/report.ts';
import type { RevisionId } from '../model/revision.ts';
import type { Candidate } from './candidates.ts';
import type { Judged } from './judging.ts';

/**
 * Whether an edit does what it is for, and nothing else: its finding is gone, no other has come, its revision took the
 * round trip, and no move fails or is left out that did not before.
 */
export function holds({ finding, proposal }: Candidate, before: Judged, after: Judged): boolean {
  const [was, is] = [countedIn(before.judgement), countedIn(after.judgement)];
  const isGone = is.every(({ fingerprint }) => fingerprint !== finding.fingerprint);
  const visible = is.filter(({ rule }) => !proposal.hides?.includes(rule));
  const edited = after.facts.graph.revisions.find(({ place }) => place.file === proposal.file);
  return (
    isGone &&
    isAmong(visible.map(fingerprintOf), was.map(fingerprintOf)) &&
    edited !== undefined &&
    walkedIn(after).includes(edited.id) &&
    isAmong(failures(after.facts), failures(before.facts)) &&
    // Where nothing was walked before, nothing was looked at.
    (before.facts.plan.steps.length === 0 || isAmong(unseen(after.facts), unseen(before.facts)))
  );
}

export const walkedIn = ({ facts }: Judged): readonly RevisionId[] =>
  facts.observations.roundTrips.map(({ revision }) => revision);

const fingerprintOf = ({ fingerprint }: Finding): string => fingerprint;

/** Moves that failed. */
function failures({
  observations: { roundTrips, passedThrough, chain, rehearsal },
}: Facts): readonly string[] {
  const moves = [
    ...roundTrips.flatMap(({ upgrade, downgrade, reupgrade }) => [
      ['upgrade', upgrade] as const,
      ['downgrade', downgrade] as const,
      ['reupgrade', reupgrade] as const,
    ]),
    ...passedThrough.map((move) => ['upgrade', move] as const),
    ['chain', chain?.failure] as const,
  ];
  return [
    ...moves.flatMap(([what, move]) => (move?.failure ? [`${what} of ${move.revision}`] : [])),
    ...(rehearsal?.failure ? ['rehearsal'] : []),
  ];
}

const unseen = ({ observations }: Facts): readonly string[] =>
  observations.notObserved.map(({ what, revision }) => `${what} of ${revision}`);

/** Whether each of some is among others, and not more often. */
function isAmong(some: readonly string[], others: readonly string[]): boolean {
  const left = Map.groupBy(others, (one) => one);
  return [...Map.groupBy(some, (one) => one)].every(
    ([one, all]) => all.length <= (left.get(one)?.length ?? 0),
  );
}
