import type { RevisionId } from './revision.ts';

/** One thing to do, as data: it can be printed, stored and compared. */
export type Step =
  | { readonly kind: 'upgrade'; readonly revision: RevisionId }
  | { readonly kind: 'round-trip'; readonly revision: RevisionId }
  | { readonly kind: 'chain' }
  | { readonly kind: 'rehearsal' };

export interface LeftOut {
  readonly revision: RevisionId;
  /** Taken as applied already; after the last revision wanted; the same as at the base ref. */
  readonly because: 'applied' | 'beyond' | 'unchanged';
  readonly why: string;
}

/** What the replay is going to do, before it starts anything. */
export interface Plan {
  /** changed: only what differs from a base, or comes after a revision, is in scope, and is taken as one change. */
  readonly scope: 'all' | 'changed';
  readonly steps: readonly Step[];
  readonly leftOut: readonly LeftOut[];
  /** Files of the change that a fault of the graph keeps out of it; absent where there are none. */
  readonly unusable?: readonly string[];
  /** SQL file loaded before the first step. */
  readonly baseSql?: string;
  /**
   * The ref that nothing differs from of all that the history is read from. So it was not read: the graph is empty, and
   * nobody knows the tool's versions.
   */
  readonly untouchedSince?: string;
  /** Revisions taken as already applied (`--start-at`, stamped). */
  readonly startAt?: readonly RevisionId[];
}

/** The revisions that take the round trip, in the order of the plan. */
export const roundTripsIn = ({ steps }: Pick<Plan, 'steps'>): readonly RevisionId[] =>
  steps.flatMap((step) => (step.kind === 'round-trip' ? [step.revision] : []));
