import { facts, failure, sqlFailure } from '../../support/facts.ts';
import { id, revision } from '../../support/graph.ts';
import type { Cases } from '../case.ts';

const a = revision('a');
const rehearsal = {
  from: 'new',
  moves: 1,
  milliseconds: 9,
  expectedHeads: [id('a')],
  foundHeads: [],
  differences: [],
  output: { text: '', omitted: 0 },
} as const;

export const cases: Cases = {
  bad: [
    {
      name: 'a label is used in the transaction that adds it',
      facts: facts([a], {
        rehearsal: {
          ...rehearsal,
          failure: sqlFailure('55P04', 'unsafe use of new value "tired" of enum type mood', {
            place: { file: 'versions/a.py', line: 15 },
          }),
        },
      }),
      line: 15,
      says: [
        '"alembic upgrade heads" fails in a',
        'unsafe use of new value',
        'transaction_per_migration=True',
        'autocommit_block()',
      ],
    },
    {
      name: 'for a reason that has no line',
      facts: facts([a], {
        rehearsal: { ...rehearsal, failure: failure('timed-out', 'TimedOut', 'cut off') },
      }),
      file: 'shop/alembic.ini',
      line: 1,
      says: ['did not end in time'],
    },
  ],
  good: [{ name: 'it runs', facts: facts([a]) }],
};
