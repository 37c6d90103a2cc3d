import { missingRight } from './permission.ts';

/** What became of something that was to be shown on GitHub. */
export type Delivery =
  | { readonly state: 'delivered' }
  /** There was nothing to say, or it is there already. */
  | { readonly state: 'skipped'; readonly because: string }
  | { readonly state: 'failed'; readonly because: string }
  /** As one of GitHub's permissions, in the spelling of workflows: `pull-requests: write`. */
  | { readonly state: 'forbidden'; readonly needs: string };

export const delivered: Delivery = { state: 'delivered' };

export const skipped = (because: string): Delivery => ({ state: 'skipped', because });

/** Showing is no part of the gate: whatever goes wrong with it is told, and never thrown. */
export async function attempt(work: () => Promise<Delivery>): Promise<Delivery> {
  try {
    return await work();
  } catch (error) {
    const needs = missingRight(error);
    if (needs !== undefined) return { state: 'forbidden', needs };
    return { state: 'failed', because: (error as Error).message };
  }
}
