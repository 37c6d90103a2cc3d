import { needs } from '../../../model/graph.ts';
import type { Revision, RevisionId } from '../../../model/revision.ts';
import { type State, stateOf } from '../outcome.ts';
import type { Page } from '../page.ts';

/** Below it all revisions are drawn. */
const few = 40;
/** The most that are drawn: beyond, nobody finds anything, and the layout takes its time (0.2 s for 300). */
const most = 250;

/** An edge of the drawing, from a revision to one that needs it. */
export interface ShownEdge {
  readonly from: RevisionId;
  readonly to: RevisionId;
  /** Revisions on the way, at most, that are not drawn. */
  readonly between: number;
  /** Only a `depends_on`, not a parent. */
  readonly dependency: boolean;
}

export interface Shown {
  readonly nodes: readonly Revision[];
  readonly edges: readonly ShownEdge[];
}

/** The part of the graph that is worth a look: what has findings or changed, where it branches, and its ends. */
export function shownPart(page: Page): Shown {
  const { revisions } = page.report.graph;
  const worth = revisions.map((revision) => ({ revision, weight: weightOf(revision, page) }));
  const wanted = revisions.length <= few ? worth : worth.filter(({ weight }) => weight > 0);
  const kept = new Set(
    wanted
      .toSorted((a, b) => b.weight - a.weight)
      .slice(0, most)
      .map(({ revision }) => revision),
  );
  return { nodes: revisions.filter((revision) => kept.has(revision)), edges: edgesOf(revisions, kept) };
}

const weights: Readonly<Record<State, number>> = {
  failed: 100,
  error: 90,
  warning: 60,
  notice: 30,
  ok: 0,
  passed: 0,
  none: 0,
};

function weightOf(revision: Revision, page: Page): number {
  const { heads, bases } = page.report.graph;
  const { id, parents } = revision;
  return (
    weights[stateOf(id, page)] +
    (page.isChanged(id) ? 20 : 0) +
    (heads.includes(id) || bases.includes(id) ? 50 : 0) +
    (parents.length > 1 || page.children(id) > 1 ? 10 : 0)
  );
}

/** To the nearest revisions below that are drawn, whatever is between. */
function edgesOf(revisions: readonly Revision[], kept: ReadonlySet<Revision>): readonly ShownEdge[] {
  const below = new Map<RevisionId, ReadonlyMap<RevisionId, number>>();
  const edges: ShownEdge[] = [];
  for (const revision of revisions) {
    const { id, parents } = revision;
    const reached = new Map<RevisionId, number>();
    for (const need of needs(revision))
      for (const [from, between] of below.get(need) ?? [])
        reached.set(from, Math.max(reached.get(from) ?? 0, between));
    if (!kept.has(revision)) {
      below.set(id, new Map([...reached].map(([from, between]) => [from, between + 1])));
      continue;
    }
    below.set(id, new Map([[id, 0]]));
    for (const [from, between] of reached)
      edges.push({ from, to: id, between, dependency: between === 0 && !parents.includes(from) });
  }
  return edges;
}
