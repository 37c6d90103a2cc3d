import { facts, failure, move, roundTrip, sqlFailure } from '../../support/facts.ts';
import { id, revision } from '../../support/graph.ts';
import type { Cases } from '../case.ts';

const [a, b, c] = [revision('a'), revision('b', ['a']), revision('c', ['b'])];
const missing = sqlFailure('42P01', 'relation "users" does not exist', {
  sql: 'ALTER TABLE users ADD name text',
  place: { file: 'versions/b.py', line: 15 },
});
const failing = (revision: string, why = missing) => ({
  revision: id(revision),
  upgrade: move('upgrade', revision, { failure: why }),
});
const unexpected = failure(
  'python',
  'TypeError',
  "drop_index() got an unexpected keyword argument 'if_exists'",
);

export const cases: Cases = {
  bad: [
    {
      name: 'an object is missing at the first failing revision',
      facts: facts([a, b], { roundTrips: [roundTrip('a'), failing('b')] }),
      line: 15,
      says: [
        'upgrade of b fails: relation "users" does not exist',
        '42P01',
        'ALTER TABLE users',
        '--base-sql base.sql --start-at REV',
      ],
    },
    {
      name: 'later revisions wait behind it',
      facts: facts([a, b, c], {
        roundTrips: [roundTrip('a'), failing('b')],
        notObserved: [
          { what: 'revision', revision: id('c'), blockedBy: id('b'), why: 'it needs b, whose upgrade fails' },
        ],
      }),
      line: 15,
      says: ['1 later revision could not be looked at'],
    },
    {
      name: 'a revision that was only passed through',
      facts: facts([a, b], {
        roundTrips: [roundTrip('a')],
        passedThrough: [move('upgrade', 'b', { failure: missing })],
      }),
      line: 15,
      says: ['upgrade of b'],
    },
    {
      name: 'an argument that this version does not know',
      facts: facts([a], { roundTrips: [failing('a', unexpected)] }),
      line: 14,
      says: ['Alembic 1.20.1 and SQLAlchemy 2.1.9', '--python'],
    },
    {
      name: 'a move that hangs',
      facts: facts([a], {
        roundTrips: [failing('a', failure('timed-out', 'TimedOut', 'cut off after 4 s'))],
      }),
      line: 14,
      says: ['did not end in time', '--timeout'],
    },
    {
      name: 'a move that commits nothing, for a reason that is not known',
      facts: facts([a], {
        roundTrips: [failing('a', failure('not-applied', 'NotApplied', 'nothing was committed'))],
      }),
      line: 14,
      says: ['nothing was committed', 'with context.begin_transaction():'],
    },
    {
      name: 'it has its base, or begins in the middle',
      facts: {
        ...facts([a, b], { roundTrips: [roundTrip('a'), failing('b')] }),
        plan: { ...facts([a, b]).plan, baseSql: 'base.sql' },
      },
      line: 15,
      says: ['upgrade of b fails: relation "users" does not exist.\nIt is not there'],
      omits: ['--base-sql', 'could not be looked at'],
    },
    {
      name: 'it begins in the middle',
      facts: {
        ...facts([a, b], { roundTrips: [roundTrip('a'), failing('b')] }),
        plan: { ...facts([a, b]).plan, startAt: [id('a')] },
      },
      line: 15,
      says: ['upgrade of b'],
      omits: ['--base-sql'],
    },
    {
      name: 'nothing is missing',
      facts: facts([a], { roundTrips: [failing('a', sqlFailure('22P02', 'no number'))] }),
      line: 14,
      says: ['A value cannot be read'],
      omits: ['--base-sql'],
    },
    {
      name: 'others wait behind others',
      facts: facts([a, b, c], {
        roundTrips: [roundTrip('a'), failing('b')],
        notObserved: [{ what: 'rows', revision: id('c'), why: 'nobody looked' }],
      }),
      line: 15,
      says: ['does not exist.\n'],
    },
  ],
  good: [
    { name: 'an upgrade that runs', facts: facts([a, b]) },
    {
      name: 'a constraint without a name, which another rule tells better',
      facts: facts([a], {
        roundTrips: [
          failing(
            'a',
            failure(
              'python',
              'CompileError',
              "Can't emit DROP CONSTRAINT for constraint UniqueConstraint(); it has no name",
            ),
          ),
        ],
      }),
    },
  ],
};
