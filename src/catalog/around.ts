import type { SchemaObject } from '../model/schema-object.ts';
import type { Journal } from './journal.ts';
import { type CatalogObject, keyOf, plainName } from './object.ts';
import type { Snapshot } from './snapshot.ts';

/** What came, went or changed between two moments, as it was at each of them, with everything that it goes with. */
export interface Around {
  readonly before: readonly SchemaObject[];
  readonly after: readonly SchemaObject[];
}

/**
 * Whole things of which something is other at the second moment than at the first: a table with all its columns,
 * constraints, indexes, triggers, policies and sequences although only one column is new; a function, a type or a view
 * by itself. A table that a new foreign key refers to is there too. Two moments of one reader only; what it costs
 * follows from what differs, not from the size of the schema. Sorted by kind and name.
 */
export function around(before: Snapshot, after: Snapshot): Around {
  const { journal } = before;
  const touched = journal.touched(before.position, after.position);
  const sides = [before, after].map(({ position }) => ({ position, objects: journal.at(position, touched) }));
  const wholes = new Set(sides.flatMap(({ position, objects }) => [...wholesOf(journal, position, objects)]));
  const [old = [], now = []] = sides.map(({ position }) => everythingOf(journal, position, wholes));
  return { before: old, after: now };
}

type Objects = ReadonlyMap<string, CatalogObject>;

/** Keys of what some objects go with in the end, and of the tables that foreign keys among them refer to. */
function wholesOf(journal: Journal, position: number, objects: Objects): ReadonlySet<string> {
  const wholes = new Set([...objects.values()].flatMap(referredTo));
  for (let level = objects; level.size > 0; ) {
    const above = new Set<string>();
    for (const [key, { parent }] of level) {
      if (parent) above.add(keyOf(parent));
      else wholes.add(key);
    }
    level = journal.at(position, above);
  }
  return wholes;
}

/** As pg_get_constraintdef prints it under a search_path of public: other schemas are spelled out. */
const foreignKey =
  /^FOREIGN KEY \((?:"(?:[^"]|"")*"|[^")])*\) REFERENCES ((?:"(?:[^"]|"")*"|[^"(.])+)(\.(?:"(?:[^"]|"")*"|[^"(])+)?\(/;

function referredTo({ facts }: CatalogObject): readonly string[] {
  const [, first, second] = foreignKey.exec(String(facts['definition'])) ?? [];
  if (first === undefined) return [];
  return [keyOf({ kind: 'table', name: second === undefined ? `public.${first}` : `${first}${second}` })];
}

function everythingOf(
  journal: Journal,
  position: number,
  wholes: ReadonlySet<string>,
): readonly SchemaObject[] {
  const found: CatalogObject[] = [];
  for (let level: Objects = journal.at(position, wholes); level.size > 0; ) {
    found.push(...level.values());
    level = journal.partsAt(position, new Set(level.keys()));
  }
  return found.map(told).sort((a, b) => inOrder(a.kind, b.kind) || inOrder(a.name, b.name));
}

/** By code points: the same on every machine. */
const inOrder = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

function told({ kind, name, parent, facts }: CatalogObject): SchemaObject {
  return {
    kind,
    name: plainName(name),
    ...(parent ? { parent: { kind: parent.kind, name: plainName(parent.name) } } : {}),
    facts: Object.fromEntries(Object.entries(facts).filter(([fact]) => !untold.has(fact))),
  };
}

/**
 * Facts that say nothing of how a thing works, or are said elsewhere: who owns it and who may use it, the order of
 * columns, the numbers of a sequence. Where one of them changes, the effect of the revision tells it.
 */
const untold: ReadonlySet<string> = new Set([
  'owner',
  'grants',
  'columns in order',
  'access method',
  'start',
  'increment',
  'minimum',
  'maximum',
  'cache',
  'cycle',
  'owned by',
]);
