import type { Plan } from '../model/plan.ts';
import type { RevisionGraph } from '../model/revision.ts';

/**
 * The plan for a trial of an edit in this file. A change is walked as it was, since its rules see it as one; of a whole
 * history only the edited revision takes the round trip, and the others are upgraded through.
 */
export function narrowed(plan: Plan, { revisions }: RevisionGraph, file: string): Plan {
  if (plan.scope === 'changed') return plan;
  const edited = new Set(revisions.filter(({ place }) => place.file === file).map(({ id }) => id));
  const steps = plan.steps.map((step) =>
    step.kind === 'round-trip' && !edited.has(step.revision)
      ? ({ kind: 'upgrade', revision: step.revision } as const)
      : step,
  );
  return { ...plan, steps };
}
