import { failure, move, sqlFailure, trip } from '../../support/facts.ts';
import { revision } from '../../support/graph.ts';
import type { Cases } from '../case.ts';
import { irreversible, withoutReupgrade } from '../pieces.ts';

const a = revision('a');
const dependent = sqlFailure('2BP01', 'cannot drop table users because other objects depend on it', {
  place: { file: 'versions/a.py', line: 20 },
});

export const cases: Cases = {
  bad: [
    {
      name: 'a wrong order',
      facts: trip(a, withoutReupgrade(move('downgrade', 'a', { failure: dependent }))),
      line: 20,
      says: [
        'a cannot be taken back',
        'other objects depend on it',
        'reverse of the order',
        'SQLSTATE 2BP01',
      ],
    },
    {
      name: 'an index that is dropped concurrently inside a transaction',
      facts: trip(
        a,
        withoutReupgrade(
          move('downgrade', 'a', {
            failure: sqlFailure('25001', 'DROP INDEX CONCURRENTLY cannot run inside a transaction block'),
          }),
        ),
      ),
      line: 19,
      says: ['autocommit_block()'],
    },
    {
      name: 'an error of Python, with what the migration printed',
      facts: trip(
        a,
        withoutReupgrade(
          move('downgrade', 'a', {
            failure: failure('python', 'NameError', "name 'index' is not defined"),
            output: { text: 'about to drop\n', omitted: 0 },
          }),
        ),
      ),
      line: 19,
      says: ['NameError', 'about to drop'],
    },
  ],
  good: [
    { name: 'a downgrade that runs', facts: trip(a, {}) },
    {
      name: 'one that is declared irreversible',
      facts: trip(
        irreversible('a', 'the old values are gone'),
        withoutReupgrade(move('downgrade', 'a', { failure: dependent })),
      ),
    },
    {
      name: 'one that refuses, which missing-downgrade tells',
      facts: trip(
        a,
        withoutReupgrade(
          move('downgrade', 'a', { failure: failure('irreversible', 'NotImplementedError', '') }),
        ),
      ),
    },
  ],
};
