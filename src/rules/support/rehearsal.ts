import type { Difference } from '../../model/difference.ts';
import type { Rehearsal } from '../../model/observation.ts';

/** What one plain upgrade that ended without an error did not bring about. */
export interface Shortfall {
  readonly missingHeads: readonly string[];
  readonly differences: readonly Difference[];
}

/** Undefined where the upgrade failed, which is another fault, or everything is there. */
export function shortfall({
  failure,
  expectedHeads,
  foundHeads,
  differences,
}: Rehearsal): Shortfall | undefined {
  if (failure) return undefined;
  const missingHeads = expectedHeads.filter((head) => !foundHeads.includes(head));
  const faults = differences.filter(({ weight }) => weight === 'fault');
  return missingHeads.length === 0 && faults.length === 0 ? undefined : { missingHeads, differences: faults };
}
