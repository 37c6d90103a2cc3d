import { upgradesIn } from '../../model/observation.ts';
import { roundTripsIn } from '../../model/plan.ts';
import type { Facts } from '../../model/report.ts';
import type { Revision, RevisionId } from '../../model/revision.ts';
import type { Subject, Subjects } from '../rule.ts';
import { statementsOf } from './statements.ts';

type Offers = { readonly [S in Subject]: (facts: Facts) => readonly Subjects[S][] };

const offers: Offers = {
  // A history that was not read looks like an empty one, and is none.
  project: (facts) => (facts.plan.untouchedSince === undefined ? [{ facts }] : []),
  revision: (facts) => inScope(facts).map((revision) => ({ revision, facts })),
  upgrade: (facts) =>
    known(upgradesIn(facts.observations), facts).map(([move, revision]) => ({ move, revision, facts })),
  statement: (facts) => statementsOf(facts, inScope(facts)),
  'round-trip': (facts) =>
    known(facts.observations.roundTrips, facts).map(([roundTrip, revision]) => ({
      roundTrip,
      revision,
      facts,
    })),
  chain: (facts) => (facts.observations.chain ? [{ chain: facts.observations.chain, facts }] : []),
  rehearsal: (facts) =>
    facts.observations.rehearsal ? [{ rehearsal: facts.observations.rehearsal, facts }] : [],
  models: (facts) => (facts.observations.models ? [{ models: facts.observations.models, facts }] : []),
  // What others report decides about them: `judge` offers them itself.
  suppression: () => [],
};

/** Everything in the facts that a rule is offered, by its subject: worked out once, however many rules ask. */
export function offering(facts: Facts): (subject: Subject) => readonly Subjects[Subject][] {
  const known = new Map<Subject, readonly Subjects[Subject][]>();
  return (subject) => {
    const subjects = known.get(subject) ?? offers[subject](facts);
    known.set(subject, subjects);
    return subjects;
  };
}

/** The revisions that take the round trip by the plan. */
export function inScope({ graph, plan }: Facts): readonly Revision[] {
  const walked = new Set(roundTripsIn(plan));
  return graph.revisions.filter(({ id }) => walked.has(id));
}

function known<T extends { readonly revision: RevisionId }>(
  seen: readonly T[],
  { graph }: Facts,
): readonly [T, Revision][] {
  const revisions = new Map(graph.revisions.map((revision) => [revision.id, revision]));
  return seen.flatMap((one) => {
    const revision = revisions.get(one.revision);
    return revision ? [[one, revision] satisfies [T, Revision]] : [];
  });
}
