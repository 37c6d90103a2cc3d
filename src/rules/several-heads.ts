import { withAncestors } from '../model/graph.ts';
import type { Facts } from '../model/report.ts';
import type { Revision, RevisionGraph, RevisionId } from '../model/revision.ts';
import type { Edit } from '../model/suggestion.ts';
import { defineRule } from './rule.ts';
import { note } from './support/evidence.ts';
import { onTopOf } from './support/header-edit.ts';
import { inScope } from './support/subjects.ts';
import { called, code, list, py } from './support/text.ts';

export const rule = defineRule({
  subject: 'project',
  needs: [],
  meta: {
    title: 'The history has several heads',
    why: 'Two revisions have the same ancestor and nothing joins them, as happens when two branches of work are merged. `alembic upgrade head` then refuses. Heads on branches with a label, and heads of bases that have nothing in common, are ordinary and not reported.',
    fix: 'Join them, `alembic merge -m "merge" a b`, or put the newer one on top of the other: `down_revision = "a"`.',
    severity: 'error',
    since: '0.1.0',
    examples: {
      bad: `# 3a.py\ndown_revision = "2"\n\n# 3b.py\ndown_revision = "2"`,
      good: `# 3b.py\ndown_revision = "3a"`,
    },
  },
  messages: {
    several: ({ graph, heads }: { graph: RevisionGraph; heads: readonly Revision[] }) => ({
      message: `The history has ${heads.length} heads with a common ancestor, ${list(heads.map(called))}: "alembic upgrade head" refuses to choose.`,
      help: help(graph, heads),
    }),
  },
  check({ facts }, { report, notChecked }) {
    const { graph } = facts;
    if (graph.faults.length > 0 && graph.heads.length > 1)
      return notChecked('the graph has faults, which make heads of their own');
    for (const group of rivals(graph)) {
      const heads = changedLast(group, facts);
      const newest = heads.at(-1);
      if (!newest) continue;
      report(
        'several',
        { graph, heads },
        {
          revision: newest.id,
          place: newest.place,
          about: heads
            .map(({ id }) => id)
            .sort()
            .join(' '),
          edit: ownOnTop(facts, heads),
          evidence: heads.map(({ id, place }) => note(`head ${id} in ${place.file}`)),
        },
      );
    }
  },
});

function help(graph: RevisionGraph, heads: readonly Revision[]): string {
  const merge = `Join them:${code(`alembic merge -m "merge" ${heads.map(({ id }) => id).join(' ')}`)}`;
  const lines = heads.slice(1).map((head, at) => {
    const below = heads[at] ?? head;
    return onTop(graph, head, below);
  });
  const isPlain = lines.every((line) => line !== undefined);
  return isPlain
    ? `${merge}\nor, where they are not deployed anywhere yet, put them on top of each other:${code(...lines)}`
    : merge;
}

/** In a change: its own line, the last one, on top of the other, where only one of the two is of the change. */
function ownOnTop(facts: Facts, [below, head, ...more]: readonly Revision[]): Edit | undefined {
  if (facts.plan.scope !== 'changed' || !below || !head || more.length > 0) return undefined;
  const own = new Set(inScope(facts));
  const first = own.has(head) && !own.has(below) ? firstOwn(facts.graph, head, below) : undefined;
  return first && onTopOf(first, first.parents[0] ?? '', below.id);
}

/** The line to write in the first revision that only this head has, so that it comes after another one. */
function onTop(graph: RevisionGraph, head: Revision, below: Revision): string | undefined {
  const first = firstOwn(graph, head, below);
  return first && `down_revision = ${py(below.id)}  # in ${first.place.file}`;
}

/** The first revision that only this head has, where there is one, on one other. */
function firstOwn(graph: RevisionGraph, head: Revision, below: Revision): Revision | undefined {
  const [own, others] = [lineage(graph, head.id), lineage(graph, below.id)];
  const [first, ...more] = graph.revisions.filter(
    ({ id, parents }) => own.has(id) && !others.has(id) && parents.every((parent) => others.has(parent)),
  );
  return more.length > 0 || first?.parents.length !== 1 ? undefined : first;
}

/** Groups of heads that nobody told apart on purpose, each in the order of the graph. */
function rivals(graph: RevisionGraph): readonly (readonly Revision[])[] {
  const heads = graph.revisions.filter(({ id }) => graph.heads.includes(id));
  const past = new Map(heads.map(({ id }) => [id, lineage(graph, id)]));
  const groups: Revision[][] = [];
  for (const head of heads) {
    const group = groups.find((others) =>
      others.some((other) => areRivals(graph, past.get(other.id), past.get(head.id))),
    );
    if (group) group.push(head);
    else groups.push([head]);
  }
  return groups.filter(({ length }) => length > 1);
}

/** Whoever changes one of them is told of it there, and how to put theirs on top of what is there already. */
function changedLast(heads: readonly Revision[], facts: Facts): readonly Revision[] {
  const own = new Set(inScope(facts));
  return heads.toSorted((a, b) => Number(own.has(a)) - Number(own.has(b)));
}

/** Parents only: what a revision depends on is another line. */
function lineage(graph: RevisionGraph, id: RevisionId): ReadonlySet<RevisionId> {
  return withAncestors(
    { ...graph, revisions: graph.revisions.map((revision) => ({ ...revision, dependsOn: [] })) },
    [id],
  );
}

/** A common ancestor, and no label on the way from there to either of them. */
function areRivals(
  graph: RevisionGraph,
  a: ReadonlySet<RevisionId> = new Set(),
  b: ReadonlySet<RevisionId> = new Set(),
): boolean {
  const common = new Set([...a].filter((id) => b.has(id)));
  const labelled = (own: ReadonlySet<RevisionId>): boolean =>
    graph.revisions.some(({ id, labels }) => labels.length > 0 && own.has(id) && !common.has(id));
  return common.size > 0 && !labelled(a) && !labelled(b);
}
