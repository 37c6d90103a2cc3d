import type { LiveCases } from '../case.ts';

const users = 'CREATE TABLE users (id bigint PRIMARY KEY)';

export const cases: LiveCases = {
  bad: [
    {
      name: 'by Alembic',
      before: users,
      code: 'def upgrade():\n    op.rename_table("users", "accounts")',
      at: 'op.rename_table',
      says: [
        'Renaming the table users to accounts breaks the running release',
        'op.rename_table("users", "accounts")',
        'op.execute("CREATE VIEW users AS SELECT * FROM accounts")',
        'ACCESS EXCLUSIVE on users',
      ],
      takes: { users: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'a view in a schema of its own, by ALTER TABLE',
      before: `CREATE SCHEMA web; ${users}; CREATE VIEW web.people AS SELECT id FROM users`,
      sql: 'ALTER TABLE web.people RENAME TO persons',
      at: 'persons',
      says: [
        'Renaming the view web.people to persons',
        'op.rename_table("people", "persons", schema="web")',
        'CREATE VIEW web.people AS SELECT * FROM web.persons',
      ],
    },
    {
      name: 'what has its name afterwards is no table',
      before: users,
      sql: ['ALTER TABLE users RENAME TO accounts', 'CREATE SEQUENCE users'],
      at: 'RENAME TO accounts',
      says: ['Renaming the table users to accounts'],
    },
  ],
  good: [
    {
      name: 'a view in its place',
      shows: 'the advice',
      before: users,
      code: 'def upgrade():\n    op.rename_table("users", "accounts")\n    op.execute("CREATE VIEW users AS SELECT * FROM accounts")',
      takes: { users: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'another table takes its name',
      before: users,
      sql: ['ALTER TABLE users RENAME TO users_old', 'CREATE TABLE users (id bigint PRIMARY KEY)'],
    },
    {
      name: 'an index, a sequence and a constraint',
      before: `${users}; CREATE INDEX users_more ON users (id, (id + 1)); CREATE SEQUENCE numbers; ALTER TABLE users ADD CONSTRAINT positive CHECK (id > 0)`,
      sql: [
        'ALTER INDEX users_more RENAME TO users_other',
        'ALTER TABLE users_other RENAME TO users_another',
        'ALTER TABLE numbers RENAME TO counts',
        'ALTER TABLE users RENAME CONSTRAINT positive TO above_zero',
      ],
    },
    {
      name: 'one that the same revision makes',
      sql: [users, 'ALTER TABLE users RENAME TO accounts'],
    },
  ],
};
