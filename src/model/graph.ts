import type { Revision, RevisionGraph, RevisionId } from './revision.ts';

type Neighbours = (revision: Revision) => readonly RevisionId[];

/** What must be applied before a revision: its parents and what it depends on. */
export const needs: Neighbours = (revision) => [...revision.parents, ...revision.dependsOn];

/** The given revisions and everything they need, as a set of ids. */
export function withAncestors(graph: RevisionGraph, ids: Iterable<RevisionId>): ReadonlySet<RevisionId> {
  const wanted = new Set(ids);
  for (const revision of graph.revisions.toReversed()) {
    if (wanted.has(revision.id)) for (const id of needs(revision)) wanted.add(id);
  }
  return wanted;
}

/** The given revisions and everything that needs them, as a set of ids. */
export function withDescendants(graph: RevisionGraph, ids: Iterable<RevisionId>): ReadonlySet<RevisionId> {
  const wanted = new Set(ids);
  for (const revision of graph.revisions) {
    if (needs(revision).some((id) => wanted.has(id))) wanted.add(revision.id);
  }
  return wanted;
}

/**
 * Heads that no revision depends on: where all is applied these are the rows of the version table, from which Alembic
 * takes a revision when one that needs it is applied.
 */
export const recordedHeads = ({ heads, revisions }: RevisionGraph): readonly RevisionId[] =>
  heads.filter((head) => revisions.every(({ dependsOn }) => !dependsOn.includes(head)));

/** Full ids that a user's spelling (whole id, unambiguous prefix, branch label, `head`, `heads`) stands for; empty when none. */
export function lookUp(graph: RevisionGraph, spelling: string): readonly RevisionId[] {
  if (spelling === 'head' || spelling === 'heads') return graph.heads;
  const exact = graph.revisions.filter(({ id, labels }) => id === spelling || labels.includes(spelling));
  const found = exact.length > 0 ? exact : graph.revisions.filter(({ id }) => id.startsWith(spelling));
  return found.map(({ id }) => id);
}
