import type { LiveCases } from '../case.ts';
import { scansOfConcurrently } from '../concurrently.ts';

const users =
  "CREATE TABLE users (id bigint PRIMARY KEY, name text); CREATE INDEX users_name ON users (name); INSERT INTO users VALUES (1, 'Ada')";
const change = 'ALTER TABLE users ALTER COLUMN name TYPE text COLLATE "C";';

export const cases: LiveCases = {
  bad: [
    {
      name: 'a column with an index',
      before: users,
      code: 'def upgrade():\n    op.alter_column("users", "name", type_=sa.Text(collation="C"))',
      at: 'op.alter_column',
      says: [
        'Changing the collation of users.name builds users_name anew, and nobody can read or write users',
        'op.execute("DROP INDEX CONCURRENTLY IF EXISTS users_name_c")',
        'CREATE INDEX CONCURRENTLY users_name_c ON users (name COLLATE \\"C\\")',
        'SELECT * FROM users ORDER BY name COLLATE "C"',
      ],
      takes: { users: 'ACCESS EXCLUSIVE + scan + reindex' },
    },
  ],
  good: [
    {
      name: 'a column without an index',
      shows: 'a hypothesis refuted by the trace',
      before: 'CREATE TABLE users (id bigint PRIMARY KEY, name text)',
      sql: change,
      takes: { users: 'ACCESS EXCLUSIVE' },
    },
    ...scansOfConcurrently.map(({ postgres, scan }) => ({
      name: 'an index of its own for the new order',
      shows: 'the advice: everybody reads and writes meanwhile',
      postgres,
      before: users,
      code: `def upgrade():
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS users_name_c")
        op.execute("CREATE INDEX CONCURRENTLY users_name_c ON users (name COLLATE \\"C\\")")
`,
      takes: { users: `SHARE UPDATE EXCLUSIVE${scan}` },
    })),
    {
      name: 'of a table that the same revision makes',
      sql: [
        'CREATE TABLE users (id bigint PRIMARY KEY, name text)',
        'CREATE INDEX users_name ON users (name)',
        change,
      ],
    },
  ],
};
