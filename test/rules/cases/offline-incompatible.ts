import type { Reliance } from '../../../src/model/revision.ts';
import { facts } from '../../support/facts.ts';
import { revision } from '../../support/graph.ts';
import type { Cases } from '../case.ts';

const settings = { rules: { 'offline-incompatible': 'notice' } } as const;
const relies = (...lines: readonly number[]) =>
  facts([
    revision('a', [], {
      reliances: lines.map(
        (line): Reliance => ({
          on: 'connection',
          name: 'execute',
          parts: [],
          place: { file: 'versions/a.py', line },
        }),
      ),
    }),
  ]);

export const cases: Cases = {
  bad: [
    {
      name: 'an answer, and another one',
      facts: relies(14, 16),
      settings,
      line: 14,
      says: [
        'needs an answer of the database (execute). "alembic upgrade --sql" has none',
        'line 16 as well',
        'INSERT ... SELECT, UPDATE ... FROM',
      ],
    },
  ],
  good: [
    { name: 'no connection', facts: relies(), settings },
    { name: 'nobody has asked', facts: relies(14) },
    { name: 'nobody has looked', facts: facts([revision('a')]), settings },
  ],
};
