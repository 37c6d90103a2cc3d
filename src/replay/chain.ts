import type { Chain, Move } from '../model/observation.ts';
import type { RevisionId } from '../model/revision.ts';
import type { Tick } from './round-trip.ts';
import type { Walk } from './walk.ts';
import { compareLooks, type Workbench } from './workbench.ts';

/**
 * Takes the revisions that came back clean down in one go, to the base when all of them did, and compares there.
 * When the base was not reached it goes up again and compares at the top; otherwise the rehearsal is the way up.
 */
export async function walkChain(
  bench: Workbench,
  clean: NonNullable<Walk['clean']>,
  tick: Tick,
): Promise<Chain> {
  const top = await bench.now();
  const below = bench.applied.length - clean.revisions.length;
  const down: RevisionId[] = [];
  for (const revision of clean.revisions.toReversed()) {
    tick('downgrade', revision);
    const move = await bench.move('downgrade', revision);
    if (move.failure)
      return {
        down,
        reached: reachOf(down),
        failure: move,
        stopped: stop(revision, 'its downgrade fails here'),
        below: [],
      };
    down.push(revision);
  }
  const atFloor = compareLooks(clean.floor, await bench.now()).catalog;
  if (below === 0) return { down, reached: 'base', below: atFloor };
  const failure = await up(bench, clean.revisions, tick);
  const lowest = bench.applied[below - 1];
  return {
    down,
    reached: reachOf(down),
    ...(lowest === undefined
      ? {}
      : { stopped: stop(lowest, 'it does not come back by itself, or was not walked') }),
    ...(failure ? { failure } : { above: compareLooks(top, await bench.now()).catalog }),
    below: atFloor,
  };
}

const reachOf = (down: readonly RevisionId[]): Chain['reached'] =>
  down.length === 0 ? 'nothing' : 'part of the way';
const stop = (above: RevisionId, because: string): NonNullable<Chain['stopped']> => ({ above, because });

async function up(bench: Workbench, revisions: readonly RevisionId[], tick: Tick): Promise<Move | undefined> {
  for (const revision of revisions) {
    tick('upgrade', revision);
    const move = await bench.move('upgrade', revision);
    if (move.failure) return move;
  }
  return undefined;
}
