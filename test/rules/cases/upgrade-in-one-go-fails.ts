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
    {
      name: 'for a reason that its transaction is none of, in another tool',
      facts: {
        ...facts([revision('b'), a], {
          rehearsal: {
            ...rehearsal,
            failure: sqlFailure('42P01', 'fails: there is no users', {
              place: { file: 'versions/a.py', line: 15 },
            }),
          },
        }),
        project: { directory: 'shop', tool: 'other', label: 'other.toml', because: 'it is there' },
      },
      line: 15,
      says: [
        'one plain "alembic upgrade heads" fails in a.\nIt is not there at this point of the history.',
        'Give each its own, in other.toml:\n    context.configure(..., transaction_per_migration=True)',
        'with op.get_context().autocommit_block():\n        op.execute("...")',
      ],
    },
    {
      name: 'what may not be in a transaction',
      facts: facts([a], {
        rehearsal: {
          ...rehearsal,
          failure: sqlFailure('25001', 'cannot run inside a transaction block', {
            place: { file: 'versions/a.py', line: 15 },
          }),
        },
      }),
      line: 15,
      says: [
        'fails in a.\nIn this project all revisions of one upgrade share a transaction. Give each its own, in env.py:',
      ],
    },
  ],
  good: [
    { name: 'it runs', facts: facts([a]) },
    {
      name: 'because of what env.py has open',
      facts: facts([a], {
        rehearsal: {
          ...rehearsal,
          failure: failure('not-applied', 'NotApplied', 'nothing was committed', {
            place: { file: 'versions/a.py', line: 15 },
          }),
        },
        remarks: [{ kind: 'begun-before', text: 'a transaction was begun before' }],
      }),
    },
  ],
};
