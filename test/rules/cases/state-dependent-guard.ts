import type { Reliance } from '../../../src/model/revision.ts';
import { facts } from '../../support/facts.ts';
import { revision } from '../../support/graph.ts';
import type { Cases } from '../case.ts';

const relies = (...of: readonly (readonly [Reliance['on'], string])[]) =>
  facts([
    revision('a', [], {
      reliances: of.map(([on, name], at) => ({
        on,
        name,
        parts: [],
        place: { file: 'versions/a.py', line: 14 + at },
      })),
    }),
  ]);

export const cases: Cases = {
  bad: [
    {
      name: 'three questions, two of them the same, are told of once',
      facts: relies(['schema', 'has_table'], ['schema', 'get_columns'], ['schema', 'has_table']),
      line: 14,
      says: [
        '(has_table and get_columns)',
        'line 15: get_columns',
        'line 16: has_table',
        'Take the question out',
      ],
    },
  ],
  good: [
    { name: 'nothing', facts: relies() },
    {
      name: 'the application is the affair of another rule',
      facts: facts([revision('a', [], { reliances: [] })]),
    },
    { name: 'nobody has looked', facts: facts([revision('a')]) },
  ],
};
