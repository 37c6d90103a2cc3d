import { facts } from '../../support/facts.ts';
import { graph, revision } from '../../support/graph.ts';
import type { Cases } from '../case.ts';

const unloadable = {
  kind: 'unloadable',
  place: { file: 'versions/a.py', line: 1 },
  error: 'SyntaxError',
  message: 'no',
} as const;

export const cases: Cases = {
  bad: [
    {
      name: 'no file at all',
      facts: facts([]),
      file: 'shop/alembic.ini',
      line: 1,
      says: ['shop has no revision', 'script_location'],
    },
  ],
  good: [
    { name: 'one revision', facts: facts([revision('a')]) },
    {
      name: 'files that cannot be loaded are not no files',
      facts: facts([], {}, { graph: { ...graph(), faults: [unloadable] } }),
    },
  ],
};
