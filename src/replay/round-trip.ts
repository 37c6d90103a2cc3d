import type { Difference } from '../model/difference.ts';
import type { Failure, Move, NotObserved, RoundTrip } from '../model/observation.ts';
import type { RevisionId } from '../model/revision.ts';
import { compareLooks, type Look, schemaAround, type Workbench } from './workbench.ts';

export interface RoundTripResult {
  readonly roundTrip: RoundTrip;
  readonly notObserved: readonly NotObserved[];
  /** What has to be done before the next revision; absent when the database is as after the upgrade. */
  readonly recovery?: Recovery;
}

/** Back to how it was at a look before the move that failed; or a new database with the revisions applied so far. */
type Recovery =
  | { readonly kind: 'restore'; readonly look: Look; readonly failure: Failure }
  | { readonly kind: 'rebuild' };

/** Told before each of the moves. */
export type Tick = (direction: Move['direction'], revision: RevisionId) => void;

/** Upgrade, downgrade, upgrade of one revision, with a look after each. Whatever it spoils is left to the caller. */
export async function walkRoundTrip(
  bench: Workbench,
  revision: RevisionId,
  tick: Tick,
): Promise<RoundTripResult> {
  const before = await bench.now();
  const move = (direction: Move['direction']): Promise<Move> => {
    tick(direction, revision);
    return bench.move(direction, revision);
  };

  const made = await move('upgrade');
  if (made.failure) return cutShort({ revision, upgrade: made }, before, made.failure);
  const first = await bench.now();
  const upgrade = await bench.tryOut(made);
  const did = { effect: compareLooks(before, first).catalog, schema: schemaAround(before, first) };

  const downgrade = await move('downgrade');
  if (downgrade.failure) return cutShort({ revision, upgrade, ...did, downgrade }, first, downgrade.failure);
  const back = compareLooks(before, await bench.now());

  const reupgrade = await move('upgrade');
  const soFar = {
    revision,
    upgrade,
    ...did,
    downgrade,
    trace: back.catalog,
    rowsAfterDowngrade: back.rows,
    reupgrade,
  };
  if (reupgrade.failure) {
    bench.applied.push(revision);
    return { roundTrip: soFar, notObserved: [], recovery: { kind: 'rebuild' } };
  }
  const again = compareLooks(first, await bench.now());
  const spoilt = hasFault(again.catalog) || again.rows.some((rows) => rows.before !== rows.after);
  return {
    roundTrip: { ...soFar, drift: again.catalog, rowsAfterReupgrade: again.rows },
    notObserved: [],
    ...(spoilt ? { recovery: { kind: 'rebuild' } } : {}),
  };
}

/** What is not a fault does not grow: only a real difference is worth a new database. */
const hasFault = (differences: readonly Difference[]): boolean =>
  differences.some(({ weight }) => weight === 'fault');

/** Whether it came back and went again without a real difference. */
export function isClean({ downgrade, reupgrade, trace, drift }: RoundTrip): boolean {
  if (!downgrade || downgrade.failure || !reupgrade || reupgrade.failure) return false;
  return !hasFault(trace ?? []) && !hasFault(drift ?? []);
}

function cutShort(roundTrip: RoundTrip, look: Look, failure: Failure): RoundTripResult {
  const { revision, downgrade } = roundTrip;
  const missing = downgrade ? (['reupgrade'] as const) : (['downgrade', 'reupgrade'] as const);
  const why = downgrade ? 'the downgrade fails' : 'the upgrade fails';
  return {
    roundTrip,
    notObserved: missing.map((what) => ({ what, revision, why })),
    recovery: { kind: 'restore', look, failure },
  };
}
