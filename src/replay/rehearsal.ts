import { recordedHeads } from '../model/graph.ts';
import type { Rehearsal } from '../model/observation.ts';
import type { RevisionGraph } from '../model/revision.ts';
import { compareLooks, type Look, type Workbench } from './workbench.ts';

export interface RehearsalRequest {
  readonly bench: Workbench;
  readonly graph: RevisionGraph;
  /** The look at the end of the walk, with every revision applied; absent when the walk ended before. */
  readonly goal?: Look;
  /** Revisions that the upgrade has to apply. */
  readonly moves: number;
  readonly from: Rehearsal['from'];
}

/**
 * What a deployment does: one plain `upgrade heads` in the project's own transactions, from before the first revision.
 * Looked at through a session opened afterwards, so that what was never committed is not seen.
 */
export async function rehearse({ bench, graph, goal, moves, from }: RehearsalRequest): Promise<Rehearsal> {
  const run = await bench.upgradeToHeads(moves);
  const found = await bench.lookAfresh();
  return {
    from,
    moves: run.moves,
    milliseconds: run.milliseconds,
    output: run.output,
    ...(run.failure ? { failure: run.failure } : {}),
    expectedHeads: recordedHeads(graph),
    foundHeads: found.versions,
    differences: run.failure || !goal ? [] : compareLooks(goal, found).catalog,
  };
}
