import type { Finding } from '../../../src/model/finding.ts';
import type { Move, Statement } from '../../../src/model/observation.ts';
import type { Facts } from '../../../src/model/report.ts';
import type { Judgement } from '../../../src/rules/judge.ts';

/** The same facts where somebody could not look, and in words who. */
export type Blinded = readonly [where: string, facts: Facts];

const parts = ['locks', 'rewritten', 'scanned', 'written'] as const;

/** Nobody saw any statement, or one of them, or of all of them one part of what they did. */
export function blinded(facts: Facts): readonly Blinded[] {
  let count = 0;
  withStatements(facts, (statement) => {
    count += 1;
    return statement;
  });
  return [
    ['of no statement', withoutTraces(facts)],
    ...parts.map((part): Blinded => [`not what was ${part}`, withStatements(facts, without(part))]),
    ...Array.from({ length: count }, (_, which): Blinded => {
      let at = -1;
      const change = (statement: Statement): Statement => {
        at += 1;
        return at === which ? untraced(statement) : statement;
      };
      return [`not of statement ${which}`, withStatements(facts, change)];
    }),
  ];
}

/** Rules that report less of a revision than where everybody could look, and do not say that they could not. */
export function silentIn(blind: Judgement, seen: Judgement): readonly string[] {
  const coverage = new Map(blind.coverage.map((one) => [one.rule, one]));
  const isSaid = ({ rule, revision }: Finding): boolean => {
    const one = coverage.get(rule);
    return one?.state === 'checked' && one.notChecked.some((line) => line.startsWith(`${revision}: `));
  };
  const times = ({ findings }: Judgement, { rule, revision }: Finding): number =>
    findings.filter((one) => one.rule === rule && one.revision === revision).length;
  return seen.findings
    .filter((one) => times(blind, one) < times(seen, one) && !isSaid(one))
    .map(({ rule, message }) => `${rule}: ${message}`);
}

/** What rules say that they could not see, of facts of which everybody could see everything. */
export function complaintsOf({ coverage }: Judgement, facts: Facts): readonly string[] {
  const moves = facts.observations.roundTrips.flatMap((trip) => [trip.upgrade, trip.downgrade ?? []].flat());
  const isSeen = ({ trace }: Statement): boolean => trace !== undefined && trace.unseen.length === 0;
  const isWhole = ({ failure, statements }: Move): boolean =>
    statements.every((one, at) => isSeen(one) || (failure && at === statements.length - 1));
  if (!moves.every(isWhole)) return [];
  return coverage
    .flatMap((one) => (one.state === 'checked' ? one.notChecked : []))
    .filter((why) => why.endsWith('not seen') && !why.includes(': no row of'));
}

export const withoutTraces = (facts: Facts): Facts => withStatements(facts, untraced);

const untraced = ({ trace: _, trial: __, ...rest }: Statement): Statement => rest;

const without =
  (part: (typeof parts)[number]) =>
  (statement: Statement): Statement => {
    const { trace } = statement;
    return trace
      ? { ...statement, trace: { ...trace, [part]: [], unseen: [...trace.unseen, part] } }
      : statement;
  };

function withStatements(facts: Facts, change: (statement: Statement) => Statement): Facts {
  const inMove = <M extends Move | undefined>(move: M): M =>
    move && { ...move, statements: move.statements.map(change) };
  const roundTrips = facts.observations.roundTrips.map((trip) => ({
    ...trip,
    upgrade: inMove(trip.upgrade),
    ...(trip.downgrade ? { downgrade: inMove(trip.downgrade) } : {}),
    ...(trip.reupgrade ? { reupgrade: inMove(trip.reupgrade) } : {}),
  }));
  return { ...facts, observations: { ...facts.observations, roundTrips } };
}
