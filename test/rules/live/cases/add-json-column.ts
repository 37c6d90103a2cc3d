import type { LiveCases } from '../case.ts';

const users = 'CREATE TABLE users (id bigint PRIMARY KEY)';

export const cases: LiveCases = {
  bad: [
    {
      name: 'json of SQLAlchemy',
      before: users,
      code: 'def upgrade():\n    op.add_column("users", sa.Column("settings", sa.JSON()))',
      at: 'op.add_column',
      says: [
        'users.settings is json, which cannot be compared',
        'op.add_column("users", sa.Column("settings", postgresql.JSONB()))',
      ],
    },
  ],
  good: [
    {
      name: 'jsonb',
      shows: 'the advice',
      before: users,
      code: 'def upgrade():\n    op.add_column("users", sa.Column("settings", postgresql.JSONB()))',
    },
    {
      name: "somebody's own type of that name",
      before: `${users}; CREATE SCHEMA kinds; CREATE TYPE kinds.json AS ENUM ('yes', 'no')`,
      sql: 'ALTER TABLE users ADD COLUMN settings kinds.json',
    },
    {
      name: 'of a table whose rows could not be compared before either',
      before: 'CREATE TABLE users (id bigint PRIMARY KEY, look json)',
      sql: 'ALTER TABLE users ADD COLUMN settings json',
    },
    {
      name: 'of a table that the same revision makes',
      sql: [users, 'ALTER TABLE users ADD COLUMN settings json'],
    },
  ],
};
