import type { LiveCases } from '../case.ts';

const users = 'CREATE SCHEMA archive; CREATE TABLE users (id bigint PRIMARY KEY)';
const move = 'ALTER TABLE users SET SCHEMA archive';

export const cases: LiveCases = {
  bad: [
    {
      name: 'a table',
      before: users,
      sql: move,
      at: 'SET SCHEMA',
      says: [
        'Moving the table users to the schema archive breaks the running release',
        'finds it in public',
        'op.execute("ALTER TABLE users SET SCHEMA archive")',
        'op.execute("CREATE VIEW users AS SELECT * FROM archive.users")',
        'ACCESS EXCLUSIVE on users',
      ],
      takes: { users: 'ACCESS EXCLUSIVE' },
    },
  ],
  good: [
    {
      name: 'a view in its place',
      shows: 'the advice',
      before: users,
      code: 'def upgrade():\n    op.execute("ALTER TABLE users SET SCHEMA archive")\n    op.execute("CREATE VIEW users AS SELECT * FROM archive.users")',
      takes: { users: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'a sequence and a type',
      before: "CREATE SCHEMA archive; CREATE SEQUENCE numbers; CREATE TYPE mood AS ENUM ('good')",
      sql: ['ALTER TABLE numbers SET SCHEMA archive', 'ALTER TYPE mood SET SCHEMA archive'],
    },
    {
      name: 'a function of the name of a table that is changed beside it',
      before: `${users}; CREATE FUNCTION users() RETURNS integer LANGUAGE sql AS 'SELECT 1'`,
      sql: ['ALTER TABLE users ADD COLUMN age integer', 'ALTER FUNCTION users() SET SCHEMA archive'],
    },
    {
      name: 'one that the same revision makes',
      before: 'CREATE SCHEMA archive',
      sql: ['CREATE TABLE users (id bigint PRIMARY KEY)', move],
    },
  ],
};
