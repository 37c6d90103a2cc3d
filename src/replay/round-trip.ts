import type { Difference } from '../model/difference.ts';
import type { Move, NotObserved, RoundTrip } from '../model/observation.ts';
import type { RevisionId } from '../model/revision.ts';
import { compareLooks, type Workbench } from './workbench.ts';

export interface RoundTripResult {
  readonly roundTrip: RoundTrip;
  readonly notObserved: readonly NotObserved[];
}

/** Told before each of the moves. */
export type Tick = (direction: Move['direction'], revision: RevisionId) => void;

/**
 * Upgrade, downgrade, upgrade of one revision, with a look after each. However it ends, the workbench is left
 * in the state after the upgrade, or in the one before it when the upgrade itself fails.
 */
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

  const upgrade = await move('upgrade');
  if (upgrade.failure) {
    await bench.restore(before, upgrade.failure);
    return ended({ revision, upgrade }, ['downgrade', 'reupgrade'], 'the upgrade fails');
  }
  const first = await bench.now();
  const effect = compareLooks(before, first).catalog;

  const downgrade = await move('downgrade');
  if (downgrade.failure) {
    await bench.restore(first, downgrade.failure);
    return ended({ revision, upgrade, effect, downgrade }, ['reupgrade'], 'the downgrade fails');
  }
  const back = compareLooks(before, await bench.now());

  const reupgrade = await move('upgrade');
  const soFar = {
    revision,
    upgrade,
    effect,
    downgrade,
    trace: back.catalog,
    rowsAfterDowngrade: back.rows,
    reupgrade,
  };
  if (reupgrade.failure) {
    await rebuildWith(bench, revision);
    return ended(soFar, [], '');
  }
  const again = compareLooks(first, await bench.now());
  if (hasFault(again.catalog) || again.rows.some((rows) => rows.before !== rows.after)) await bench.rebuild();
  return { roundTrip: { ...soFar, drift: again.catalog, rowsAfterReupgrade: again.rows }, notObserved: [] };
}

/** What is not a fault does not grow: only a real difference is worth a new database. */
export const hasFault = (differences: readonly Difference[]): boolean =>
  differences.some(({ weight }) => weight === 'fault');

/** Whether it came back and went again without a real difference. */
export function isClean({ downgrade, reupgrade, trace, drift }: RoundTrip): boolean {
  if (!downgrade || downgrade.failure || !reupgrade || reupgrade.failure) return false;
  return !hasFault(trace ?? []) && !hasFault(drift ?? []);
}

async function rebuildWith(bench: Workbench, revision: RevisionId): Promise<void> {
  bench.applied.push(revision);
  await bench.rebuild();
}

function ended(
  roundTrip: RoundTrip,
  missing: readonly ('downgrade' | 'reupgrade')[],
  why: string,
): RoundTripResult {
  return { roundTrip, notObserved: missing.map((what) => ({ what, revision: roundTrip.revision, why })) };
}
