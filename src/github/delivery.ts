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
    return { state: 'failed', because: reasonOf(error as Error) };
  }
}

/** Characters of a reason: all of them share one annotation. */
const longest = 300;

/** In one line. What answers in GitHub's place, such as a proxy, sends a whole page. */
function reasonOf(error: Error): string {
  const said = error.message.replace(/\s+/g, ' ').trim();
  if (said.startsWith('<') && 'status' in error) return `the answer was a page, with status ${error.status}`;
  return said.length <= longest ? said : `${said.slice(0, longest)} ...`;
}
