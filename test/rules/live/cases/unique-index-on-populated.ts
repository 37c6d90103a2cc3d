import type { LiveCases } from '../case.ts';
import { readAlone } from '../read-alone.ts';

const users =
  "CREATE TABLE users (id bigint PRIMARY KEY, email text, tenant bigint); INSERT INTO users VALUES (1, 'a', 1);";
const block = (...lines: readonly string[]): string =>
  `def upgrade():\n    with op.get_context().autocommit_block():\n${lines.map((line) => `        ${line}\n`).join('')}`;
const create =
  'op.create_index("uq_users", "users", ["email", "tenant"], unique=True, postgresql_concurrently=True)';

export const cases: LiveCases = {
  bad: [
    {
      name: 'on a table that was there',
      before: users,
      code: block(create),
      at: 'op.create_index',
      says: [
        'Building uq_users fails where two rows of users have the same email and tenant',
        'SELECT email, tenant, count(*) FROM users GROUP BY email, tenant HAVING count(*) > 1',
        `op.execute("DROP INDEX CONCURRENTLY IF EXISTS uq_users")\n        ${create}`,
      ],
    },
    {
      name: 'an index of some rows',
      before: users,
      code: block(
        'op.execute("CREATE UNIQUE INDEX CONCURRENTLY uq_users ON users (email) WHERE tenant > 0")',
      ),
      rows: { users: 70_000 },
      at: 'CREATE UNIQUE INDEX',
      says: ['rows that are the same for CREATE UNIQUE INDEX', '70 thousand rows'],
    },
    {
      name: 'columns that are unique together with another one, or for some rows, or by value',
      before: `${users} CREATE UNIQUE INDEX a ON users (tenant, id); CREATE UNIQUE INDEX b ON users (tenant) WHERE id > 1; CREATE UNIQUE INDEX c ON users ((tenant + 1));`,
      code: block(create),
      at: 'op.create_index',
      says: ['Building uq_users'],
    },
  ],
  good: [
    {
      name: 'what an attempt has left is dropped first',
      before: users,
      code: block('op.execute("DROP INDEX CONCURRENTLY IF EXISTS uq_users")', create),
      shows: 'the advice',
      takes: { users: `SHARE UPDATE EXCLUSIVE${readAlone}` },
    },
    {
      name: 'not unique',
      before: users,
      code: block('op.create_index("ix_users", "users", ["email"], postgresql_concurrently=True)'),
    },
    { name: 'empty in production', before: users, code: block(create), rows: { users: 0 } },
    {
      name: 'fewer of its columns are unique already',
      before: users,
      code: block('op.execute("CREATE UNIQUE INDEX CONCURRENTLY uq_users ON users (email, id)")'),
    },
    {
      name: 'on a new table',
      sql: [
        'CREATE TABLE users (id bigint PRIMARY KEY, email text)',
        'CREATE UNIQUE INDEX uq_users ON users (email)',
      ],
    },
  ],
};
