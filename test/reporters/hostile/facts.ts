import type { Place } from '../../../src/model/place.ts';
import type { Facts } from '../../../src/model/report.ts';
import type { Revision, RevisionGraph, RevisionId } from '../../../src/model/revision.ts';
import { hostileObservations } from './observations.ts';

/** What was found out before anybody judged it, with every field that there is and one text in each. */
export function hostileFacts(text: string): Facts {
  const first = text as RevisionId;
  const place = placeOf(text);
  return {
    project: { directory: text, tool: text, label: text, because: text, file: text },
    toolchain: { versions: { python: text, [text]: text }, interpreter: text },
    server: { provider: text, version: text, major: 17, passedOver: [text] },
    graph: hostileGraph(text),
    plan: {
      scope: 'changed',
      steps: [
        { kind: 'upgrade', revision: first },
        { kind: 'round-trip', revision: secondOf(text) },
        { kind: 'chain' },
        { kind: 'rehearsal' },
      ],
      leftOut: [{ revision: first, because: 'unchanged', why: text }],
      unusable: [text],
      baseSql: text,
      untouchedSince: text,
      startAt: [first],
    },
    observations: hostileObservations(text),
    tableSizes: [{ schema: text, name: text, rows: 12, bytes: 4096 }],
    base: { ref: text, edited: [{ file: text, text }], newer: [{ file: text, text }] },
    relaxations: [{ by: 'settings', place, words: text }],
  };
}

export const placeOf = (text: string): Place => ({ file: text, line: 2, endLine: 3, column: 1 });

/** The second revision of the history: its id may not be that of the first. */
export const secondOf = (text: string): RevisionId => `${text} 2` as RevisionId;

function hostileGraph(text: string): RevisionGraph {
  const place = placeOf(text);
  const outline = { shape: 'raises', place, exception: text } as const;
  const revision: Revision = {
    id: text as RevisionId,
    parents: [],
    dependsOn: [],
    labels: [text],
    title: text,
    place,
    upgrade: outline,
    downgrade: outline,
    directives: [{ keyword: text, text, place, covers: { what: 'function', place } }],
    reliances: [{ on: 'application', name: text, parts: [text], place }],
    source: `${text}\n${text}\n${text}\n`,
  };
  const second = secondOf(text);
  return {
    revisions: [revision, { ...revision, id: second, parents: [revision.id], dependsOn: [revision.id] }],
    bases: [revision.id],
    heads: [second],
    faults: [
      { kind: 'missing-parent', child: second, parent: text, place },
      { kind: 'duplicate-id', id: revision.id, places: [place], sources: [text] },
      { kind: 'cycle', members: [revision.id], places: [place] },
      { kind: 'unloadable', place, error: text, message: text },
    ],
  };
}
