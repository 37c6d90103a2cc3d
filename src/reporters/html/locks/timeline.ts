import { type LockMode, lockModes, strongest } from '../../../model/lock.ts';
import type { Statement } from '../../../model/observation.ts';
import type { Lock, Trace } from '../../../model/trace.ts';
import { relationName } from '../relation.ts';

/** A lock that is held from a statement on, and until another one, or until the commit where `to` is absent. */
export interface Span {
  /** Numbers of statements of the move, counted from 1. */
  readonly from: number;
  readonly to?: number;
  /** The strongest that is held meanwhile. */
  readonly mode: LockMode;
}

export interface Lane {
  readonly relation: string;
  readonly spans: readonly Span[];
}

/** The locks of one transaction on what was there before it, the strongest lane first. */
export interface Timeline {
  readonly transaction: number;
  readonly autocommit: boolean;
  /** Its first and its last statement, counted from 1. */
  readonly first: number;
  readonly last: number;
  readonly lanes: readonly Lane[];
  /** Relations that it made itself and locked. */
  readonly own: number;
}

interface Traced {
  readonly number: number;
  readonly trace: Trace;
}

/** Which locks each transaction of a move holds, from which statement on. Statements that nobody could see are in none. */
export function timelines(statements: readonly Statement[]): readonly Timeline[] {
  const traced = statements.flatMap(({ trace }, at) => (trace ? [{ number: at + 1, trace }] : []));
  return [...Map.groupBy(traced, ({ trace }) => trace.transaction)].map(([transaction, steps]) =>
    timeline(transaction, steps),
  );
}

function timeline(transaction: number, steps: readonly Traced[]): Timeline {
  const locks = steps.flatMap(({ trace }) => trace.locks);
  const own = new Set(locks.flatMap(({ relation }) => (relation.existed ? [] : [relationName(relation)])));
  return {
    transaction,
    autocommit: steps.some(({ trace }) => trace.autocommit),
    first: steps[0]?.number ?? 0,
    last: steps.at(-1)?.number ?? 0,
    lanes: lanesOf(steps).toSorted((a, b) => rank(b) - rank(a)),
    own: own.size,
  };
}

const rank = ({ spans }: Lane): number => Math.max(...spans.map(({ mode }) => lockModes.indexOf(mode)));

/** A lane while it is written, and what is held in it. */
interface Held {
  readonly modes: Set<LockMode>;
  readonly spans: { readonly from: number; to?: number; readonly mode: LockMode }[];
}

function lanesOf(steps: readonly Traced[]): readonly Lane[] {
  const lanes = new Map<string, Held>();
  for (const { number, trace } of steps) {
    const touched = new Set<Held>();
    const lane = ({ relation }: Lock): Held => {
      const name = relationName(relation);
      const held = lanes.get(name) ?? { modes: new Set(), spans: [] };
      lanes.set(name, held);
      touched.add(held);
      return held;
    };
    for (const lock of old(trace.released)) lane(lock).modes.delete(lock.mode);
    for (const lock of old(trace.locks)) lane(lock).modes.add(lock.mode);
    for (const held of touched) turn(held, number);
  }
  return [...lanes].flatMap(([relation, { spans }]) => (spans.length > 0 ? [{ relation, spans }] : []));
}

const old = (locks: readonly Lock[]): readonly Lock[] => locks.filter(({ relation }) => relation.existed);

/** Ends the span and begins the next where the strongest mode that is held is another one. */
function turn({ modes, spans }: Held, number: number): void {
  const mode = strongest([...modes]);
  const last = spans.at(-1);
  const current = last?.to === undefined ? last : undefined;
  if (current?.mode === mode) return;
  if (current) current.to = number;
  if (mode) spans.push({ from: number, mode });
}
