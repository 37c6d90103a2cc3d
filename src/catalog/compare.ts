import type { Difference } from '../model/difference.ts';
import { describe } from './describe.ts';
import { type CatalogObject, keyOf, plainName, sameObject } from './object.ts';
import type { Snapshot } from './snapshot.ts';

/** What differs, the parts of a new or vanished thing left to the thing itself. Sorted by kind and name. */
export function compare(before: Snapshot, after: Snapshot): readonly Difference[] {
  const [old, now] = before.journal === after.journal ? touched(before, after) : whole(before, after);
  const keys = [...new Set([...old.keys(), ...now.keys()])].filter(
    (key) => !sameObject(old.get(key), now.get(key)),
  );
  const appeared = new Set(keys.filter((key) => !old.has(key)));
  const vanished = new Set(keys.filter((key) => !now.has(key)));
  const differing = new Set(keys);
  return keys
    .filter((key) => !goesWith(appeared, now.get(key)) && !goesWith(vanished, old.get(key)))
    .filter((key) => !isOfConstraint(now.get(key)) || !goesWith(differing, now.get(key)))
    .flatMap((key) => describe(old.get(key), now.get(key)))
    .sort((a, b) => inOrder(a.kind, b.kind) || inOrder(a.name, b.name));
}

/** Names of the tables that came, went or changed between two looks of one reader, parts included. */
export function changedTables(before: Snapshot, after: Snapshot): ReadonlySet<string> {
  const objects = touched(before, after).flatMap((side) => [...side.values()]);
  const owners = objects.flatMap((object) => [object, ...(object.parent ? [object.parent] : [])]);
  return new Set(owners.filter(({ kind }) => kind === 'table').map(({ name }) => plainName(name)));
}

type Objects = ReadonlyMap<string, CatalogObject>;

function touched({ journal, position }: Snapshot, after: Snapshot): [Objects, Objects] {
  const keys = journal.touched(position, after.position);
  return [journal.at(position, keys), journal.at(after.position, keys)];
}

const whole = (before: Snapshot, after: Snapshot): [Objects, Objects] => [
  before.journal.allAt(before.position),
  after.journal.allAt(after.position),
];

const goesWith = (things: ReadonlySet<string>, object: CatalogObject | undefined): boolean =>
  object?.parent !== undefined && things.has(keyOf(object.parent));

/** The index of a constraint is what the constraint says it is. */
const isOfConstraint = (object: CatalogObject | undefined): boolean =>
  object?.kind === 'index' && object.parent?.kind === 'constraint';

/** By code points: the same on every machine. */
function inOrder(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export type { Snapshot };
