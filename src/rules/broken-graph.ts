import { distance } from 'fastest-levenshtein';
import { placeText } from '../model/place.ts';
import type { Facts } from '../model/report.ts';
import type { GraphFault, RevisionGraph } from '../model/revision.ts';
import { defineRule, type Tell } from './rule.ts';
import { note } from './support/evidence.ts';
import { renumbered } from './support/header-edit.ts';
import { code, count, list, py } from './support/text.ts';

const messages = {
  'missing-parent': ({
    child,
    parent,
    nearest,
  }: {
    child: string;
    parent: string;
    nearest: string | undefined;
  }) => ({
    message: `${child} names ${parent} as the revision before it, and there is none: Alembic refuses to load the history.`,
    help:
      nearest === undefined
        ? `Add the file of ${parent}, or name the revision that ${child} comes after in down_revision (or depends_on).`
        : `If ${nearest} is meant, write:${code(`down_revision = ${py(nearest)}`)}`,
  }),
  'duplicate-id': ({ id, number }: { id: string; number: number }) => ({
    message: `${count(number, 'file')} say that they are revision ${id}: Alembic takes one of them and leaves the rest out, or refuses.`,
    help: 'Give one of them an id of its own, and correct down_revision in the revisions that come after it; or delete the copy.',
  }),
  cycle: ({ members }: { members: readonly string[] }) => ({
    message: `${list(members)} come after one another in a circle: Alembic refuses to load the history.`,
    help: 'Correct down_revision in one of them, so that the first names the revision that was there before (or None).',
  }),
} as const;

export const rule = defineRule({
  subject: 'project',
  needs: [],
  meta: {
    title: 'The revisions do not form a graph',
    why: 'A revision names a parent that is not there, two files have the same id, or revisions come after one another in a circle. Alembic then refuses every command, or leaves a revision out.',
    fix: 'Correct `revision` or `down_revision` in the file that is named. After a merge of two branches of work the cause is often a file that got lost or was copied.',
    severity: 'error',
    since: '0.1.0',
    examples: {
      bad: `revision = "b2"\ndown_revision = "a1"  # no file has revision = "a1"`,
      good: `revision = "b2"\ndown_revision = "a0"`,
    },
  },
  messages,
  check({ facts }, tell) {
    const { graph } = facts;
    // A file that cannot be loaded hides its id, so what names it seems to have no parent.
    const hidden = graph.faults.some(({ kind }) => kind === 'unloadable');
    for (const fault of graph.faults)
      if (!(hidden && fault.kind === 'missing-parent')) tellOf(fault, facts, tell);
  },
});

function tellOf(fault: GraphFault, facts: Facts, { report }: Tell<typeof messages>): void {
  if (fault.kind === 'missing-parent') {
    const { child, parent, place } = fault;
    report(
      'missing-parent',
      { child, parent, nearest: nearest(facts.graph, fault) },
      { place, revision: child, about: `${child} ${parent}` },
    );
  } else if (fault.kind === 'duplicate-id') {
    const twins = twinsOf(fault, facts);
    const place = twins?.own.place ?? fault.places[0];
    const evidence = fault.places.map((one) => note(placeText(one)));
    const edit = twins && renumbered(twins.own, twins.other, nextNumber(facts.graph, fault.id));
    if (place)
      report(
        'duplicate-id',
        { id: fault.id, number: fault.places.length },
        {
          place,
          revision: fault.id,
          about: fault.id,
          evidence,
          // The name of the file keeps its number, which an edit cannot change.
          edit: edit && { ...edit, hides: ['number-prefix'] },
        },
      );
  } else if (fault.kind === 'cycle') {
    const [place] = fault.places;
    const evidence = fault.places.map((one) => note(placeText(one)));
    if (place)
      report(
        'cycle',
        { members: fault.members },
        { place, about: fault.members.toSorted().join(' '), evidence },
      );
  }
}

type Twins = Extract<GraphFault, { kind: 'duplicate-id' }>;

/** Of two files with one id the one of the change, and the other; undefined where that is not how it is. */
function twinsOf({ places, sources = [] }: Twins, { plan }: Facts) {
  const files = places.map((place, at) => ({ place, source: sources[at] ?? '' }));
  const [own, ...more] = files.filter(({ place }) => plan.unusable?.includes(place.file));
  const other = files.find((file) => file !== own);
  return own && other && more.length === 0 && files.length === 2 ? { own, other } : undefined;
}

function nextNumber({ revisions }: RevisionGraph, id: string): number {
  const numbers = [id, ...revisions.map((one) => one.id)].filter((one) => /^\d+$/.test(one));
  return Math.max(...numbers.map(Number)) + 1;
}

/** An id that differs by no more than a slip of the hand. */
function nearest(
  graph: RevisionGraph,
  { parent, child }: { parent: string; child: string },
): string | undefined {
  return graph.revisions
    .map(({ id }) => id)
    .find((id) => id !== child && distance(id, parent) <= Math.min(2, Math.floor(parent.length / 4)));
}
