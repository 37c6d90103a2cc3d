import { Journal } from '../../src/catalog/journal.ts';
import type { CatalogObject, Fact } from '../../src/catalog/object.ts';
import type { Snapshot } from '../../src/catalog/snapshot.ts';

export const object = (
  kind: string,
  name: string,
  facts: Readonly<Record<string, Fact>> = {},
  parent?: CatalogObject,
): CatalogObject => ({
  kind,
  name,
  facts,
  ...(parent ? { parent: { kind: parent.kind, name: parent.name } } : {}),
});

/** A snapshot of these objects in a journal of its own. */
export function snapshotOf(...objects: readonly CatalogObject[]): Snapshot {
  const journal = new Journal();
  for (const each of objects) journal.put(each);
  return { journal, position: journal.position };
}
