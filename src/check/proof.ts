import type { Finding } from '../model/finding.ts';
import type { Observations } from '../model/observation.ts';
import type { RevisionId } from '../model/revision.ts';
import type { Candidate } from './candidates.ts';
import type { Judged } from './judging.ts';

/**
 * Whether an edit does what it is for, and nothing else: its finding is gone, no other has come, its revision took the
 * round trip, and no move fails or is left out that did not before.
 */
export function holds({ finding, proposal }: Candidate, before: Judged, after: Judged): boolean {
  const [was, is] = [fingerprints(before), fingerprints(after)];
  const isGone = !is.includes(finding.fingerprint);
  const edited = after.facts.graph.revisions.find(({ place }) => place.file === proposal.file);
  return (
    isGone &&
    isAmong(is, was) &&
    edited !== undefined &&
    walkedIn(after).includes(edited.id) &&
    isAmong(shortcomings(after.facts.observations), shortcomings(before.facts.observations))
  );
}

export const walkedIn = ({ facts }: Judged): readonly RevisionId[] =>
  facts.observations.roundTrips.map(({ revision }) => revision);

const fingerprints = ({ judgement: { findings } }: Judged): readonly string[] =>
  findings.filter(({ suppressed }) => !suppressed).map(({ fingerprint }: Finding) => fingerprint);

/** Moves that failed, and what was not looked at. */
function shortcomings({
  roundTrips,
  passedThrough,
  chain,
  rehearsal,
  notObserved,
}: Observations): readonly string[] {
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
    ...notObserved.map(({ what, revision }) => `no ${what} of ${revision}`),
  ];
}

/** Whether each of some is among others, and not more often. */
function isAmong(some: readonly string[], others: readonly string[]): boolean {
  const left = Map.groupBy(others, (one) => one);
  return [...Map.groupBy(some, (one) => one)].every(
    ([one, all]) => all.length <= (left.get(one)?.length ?? 0),
  );
}
