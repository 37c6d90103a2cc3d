import { isNew, move, sqlFailure, trip } from '../../support/facts.ts';
import { revision } from '../../support/graph.ts';
import type { Cases } from '../case.ts';
import { empty } from '../pieces.ts';

const a = revision('a', [], { downgrade: empty });
const roles = { table: 'roles', before: 0, after: 2, contentChanged: false };
const log = { table: 'log', before: 5, after: 6, contentChanged: false };
const double = move('upgrade', 'a', {
  failure: sqlFailure('23505', 'duplicate key value violates unique constraint "roles_name_key"', {
    sql: 'INSERT INTO roles (name) VALUES (%s)',
    detail: "Key (name)=(o'hara) already exists.",
  }),
});

export const cases: Cases = {
  bad: [
    {
      name: 'the second upgrade hits a unique key',
      facts: trip(a, { rowsAfterDowngrade: [log, roles], reupgrade: double }),
      line: 19,
      says: [
        'leaves 2 rows in roles behind, and the next upgrade fails on one of them',
        "DELETE FROM roles WHERE name IN ('o''hara', ...)",
        'roles: 0 rows before the upgrade, 2 rows after the downgrade',
      ],
    },
    {
      name: 'the second upgrade doubles them',
      facts: trip(a, {
        rowsAfterDowngrade: [roles],
        rowsAfterReupgrade: [{ ...roles, before: 2, after: 4 }],
      }),
      line: 19,
      severity: 'warning',
      says: ['the next upgrade inserts them again', 'DELETE FROM roles WHERE ...'],
      omits: ['The second upgrade fails'],
    },
    {
      name: 'one row, and a key that nobody can write down',
      facts: trip(a, {
        rowsAfterDowngrade: [{ ...roles, before: 3, after: 4 }],
        reupgrade: move('upgrade', 'a', {
          failure: sqlFailure('23505', 'duplicate key value violates unique constraint "roles_name_key"', {
            sql: 'INSERT INTO roles (name, team) VALUES (%s, %s)',
            detail: 'Key (name, team)=(admin, 5) already exists.',
          }),
        }),
      }),
      line: 19,
      says: [
        'leaves 1 row in roles behind, and the next upgrade fails on it.',
        'DELETE FROM roles WHERE ...")',
        'The second upgrade fails:',
      ],
    },
    {
      name: 'a refusal without a detail',
      facts: trip(a, {
        rowsAfterDowngrade: [roles],
        reupgrade: move('upgrade', 'a', {
          failure: sqlFailure('23505', 'duplicate key value violates unique constraint "roles_name_key"', {
            sql: 'INSERT INTO roles (name) VALUES (%s)',
          }),
        }),
      }),
      line: 19,
      says: ['fails on one of them.', 'DELETE FROM roles WHERE ...")'],
    },
  ],
  good: [
    { name: 'rows that hurt nobody', facts: trip(a, { rowsAfterDowngrade: [roles] }) },
    {
      name: 'rows that were only changed',
      facts: trip(a, { rowsAfterDowngrade: [{ ...roles, before: 2, contentChanged: true }] }),
    },
    {
      name: 'rows of a table that is left behind itself',
      facts: trip(revision('a'), {
        trace: [isNew('table', 'roles')],
        rowsAfterDowngrade: [roles],
        reupgrade: double,
      }),
    },
  ],
};
