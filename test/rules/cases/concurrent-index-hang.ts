import { facts, failure, move, sqlFailure } from '../../support/facts.ts';
import { id, revision } from '../../support/graph.ts';
import type { Cases } from '../case.ts';

const a = revision('a');
const place = { file: 'versions/a.py', line: 15 };
const timedOut = (sql: string, hasPlace = true) =>
  facts([a], {
    roundTrips: [
      {
        revision: id('a'),
        upgrade: move('upgrade', 'a', {
          failure: failure('timed-out', 'TimedOut', 'it did not end within 30 s and was cut off', {
            sql,
            ...(hasPlace ? { place } : {}),
          }),
        }),
      },
    ],
    remarks: [
      { kind: 'session-left-open', text: 'a session that was never closed still holds a lock' },
      { kind: 'statements-cut', text: 'some statements are not listed' },
    ],
  });

export const cases: Cases = {
  bad: [
    {
      name: 'CREATE INDEX CONCURRENTLY was cut off',
      facts: timedOut('CREATE INDEX CONCURRENTLY ix ON orders (user_id)'),
      line: 15,
      says: [
        "one of them is the migration's own",
        'CREATE INDEX CONCURRENTLY ix',
        'never closed still holds a lock',
      ],
    },
    {
      name: 'DROP INDEX CONCURRENTLY was cut off',
      facts: timedOut('DROP INDEX CONCURRENTLY ix'),
      line: 15,
      says: ['did not end'],
    },
    {
      name: 'nobody knows the line',
      facts: timedOut('CREATE INDEX CONCURRENTLY ix ON orders (user_id)', false),
      line: 14,
      says: [
        `Commit or close what the migration, or env.py, has open in another connection before this:
    with engine.begin() as other:
        other.execute(sa.text("..."))
    with op.get_context().autocommit_block():
        op.create_index(..., postgresql_concurrently=True)`,
      ],
      omits: ['some statements are not listed'],
    },
  ],
  good: [
    { name: 'something else was cut off', facts: timedOut('CREATE INDEX ix ON orders (user_id)') },
    {
      name: 'it fails by itself',
      facts: facts([a], {
        roundTrips: [
          {
            revision: id('a'),
            upgrade: move('upgrade', 'a', {
              failure: sqlFailure('23505', 'doubles', {
                sql: 'CREATE UNIQUE INDEX CONCURRENTLY ix ON orders (user_id)',
              }),
            }),
          },
        ],
      }),
    },
  ],
};
