import type { Revision, RevisionGraph, RevisionId } from '../../src/model/revision.ts';

export const id = (text: string): RevisionId => text as RevisionId;

/** A revision as a test needs it: `revision('b', ['a'])`. */
export function revision(
  name: string,
  parents: readonly string[] = [],
  more: Partial<Revision> = {},
): Revision {
  const place = { file: `versions/${name}.py`, line: 9 };
  return {
    id: id(name),
    parents: parents.map(id),
    dependsOn: [],
    labels: [],
    title: name,
    place,
    upgrade: { shape: 'acts', place: { ...place, line: 14, endLine: 16 } },
    downgrade: { shape: 'acts', place: { ...place, line: 19, endLine: 21 } },
    directives: [],
    reliances: [],
    source: '',
    ...more,
  };
}

/** A graph of revisions that are given in topological order. */
export function graph(...revisions: readonly Revision[]): RevisionGraph {
  const parents = new Set(revisions.flatMap(({ parents }) => parents));
  return {
    revisions,
    bases: revisions.filter(({ parents }) => parents.length === 0).map(({ id }) => id),
    heads: revisions.map(({ id }) => id).filter((id) => !parents.has(id)),
    faults: [],
  };
}
