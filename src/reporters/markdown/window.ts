import { needs } from '../../model/graph.ts';
import type { RevisionGraph, RevisionId } from '../../model/revision.ts';

/**
 * The part of a graph that is drawn, at most so many revisions: those in the middle of interest, the first of them before
 * the others, then their neighbours on both sides, the nearest first. Without any interest: the heads and what leads there.
 */
export function windowOf(
  { revisions, heads }: RevisionGraph,
  interest: Iterable<RevisionId>,
  most: number,
): ReadonlySet<RevisionId> {
  if (revisions.length <= most) return new Set(revisions.map(({ id }) => id));
  const neighbours = new Map<RevisionId, RevisionId[]>(revisions.map(({ id }) => [id, []]));
  for (const revision of revisions)
    for (const id of needs(revision)) {
      if (!neighbours.has(id)) continue;
      neighbours.get(id)?.push(revision.id);
      neighbours.get(revision.id)?.push(id);
    }
  const found = new Set<RevisionId>();
  const middle = [...interest].filter((id) => neighbours.has(id));
  // A set can be added to while it is walked: what is added is walked, too.
  const add = (id: RevisionId): unknown => found.size < most && found.add(id);
  (middle.length > 0 ? middle : heads).forEach(add);
  for (const id of found) neighbours.get(id)?.forEach(add);
  return found;
}
