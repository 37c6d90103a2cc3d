import type { ComparedModels } from '../model/models.ts';
import type { NotObserved } from '../model/observation.ts';
import type { Plan } from '../model/plan.ts';
import type { RevisionGraph } from '../model/revision.ts';
import type { Walk } from './walk.ts';
import type { Workbench } from './workbench.ts';

/** Compares the models with the database that the walk has ended with, where that is at the heads. */
export async function compareModels(
  bench: Workbench,
  walked: Walk,
  { plan, graph }: { readonly plan: Plan; readonly graph: RevisionGraph },
): Promise<ComparedModels | NotObserved> {
  const why = whyNotAtHeads(walked, plan, graph);
  if (why !== undefined) return { what: 'models', why };
  const compared = await bench.compareModels();
  return 'why' in compared ? { what: 'models', why: compared.why } : compared;
}

function whyNotAtHeads({ stuck, blocked }: Walk, plan: Plan, graph: RevisionGraph): string | undefined {
  if (stuck !== undefined) return 'there is no database at the heads';
  const [first] = blocked;
  if (first !== undefined) return `the heads are not reached: the upgrade of ${first} fails`;
  if (graph.faults.length > 0) return 'the revision graph has faults, so nobody knows its heads';
  return plan.leftOut.some(({ because }) => because === 'beyond')
    ? 'models describe the heads, and those are past --to'
    : undefined;
}
