import type { LiveCases } from '../case.ts';

const before =
  'CREATE TABLE users (id bigint PRIMARY KEY, nickname text); CREATE TYPE point AS (x int, y int)';

export const cases: LiveCases = {
  bad: [
    {
      name: 'by the operation',
      before,
      code: 'def upgrade():\n    op.drop_column("users", "nickname")\n',
      at: 'op.drop_column',
      says: ['Dropping users.nickname', 'ACCESS EXCLUSIVE on users', 'ignore[drop-column]'],
      takes: { users: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'if it is there, and it is',
      before,
      sql: 'ALTER TABLE users DROP COLUMN IF EXISTS nickname',
      at: 'op.execute',
      says: ['users.nickname'],
    },
    {
      name: 'in another schema, with a name in quotes',
      before: 'CREATE SCHEMA app; CREATE TABLE app."User" (id bigint PRIMARY KEY, "Nick" text)',
      sql: 'ALTER TABLE app."User" DROP COLUMN "Nick" RESTRICT',
      at: 'op.execute',
      says: ['app.User.Nick'],
    },
    {
      name: 'another one takes its name',
      before,
      sql: [
        'ALTER TABLE users DROP COLUMN nickname',
        "ALTER TABLE users ADD COLUMN nickname varchar(9) NOT NULL DEFAULT 'none'",
      ],
      at: 'DROP COLUMN',
      says: [
        'deletes what it holds: the column of that name that there is afterwards is another one.',
        'or has been copied before, say so on the line:\n    # migrate-check: ignore[drop-column] <reason>',
      ],
    },
    {
      name: 'three of them, of which one comes back',
      before: 'CREATE TABLE users (id bigint PRIMARY KEY, nickname text, motto text, age int)',
      sql: ['ALTER TABLE users DROP nickname, DROP age, DROP motto', 'ALTER TABLE users ADD motto text'],
      at: 'DROP nickname',
      says: [
        'users.nickname deletes what it holds, and the running',
        'users.age deletes what it holds, and the running',
        'users.motto deletes what it holds: the',
      ],
      times: 3,
    },
  ],
  good: [
    {
      name: 'of a table that the same change makes',
      sql: [
        'CREATE TABLE users (id bigint PRIMARY KEY, nickname text)',
        'ALTER TABLE users DROP COLUMN nickname',
      ],
      shows: 'the table is new',
    },
    {
      name: 'a column that an earlier revision of the same change has added',
      before: 'CREATE TABLE users (id bigint PRIMARY KEY)',
      code: ['ALTER TABLE users ADD COLUMN nickname text', 'ALTER TABLE users DROP COLUMN nickname'].map(
        (sql) => `def upgrade():\n    op.execute("${sql}")\n`,
      ),
      shows: 'the column is new',
    },
    {
      name: 'if it is there, and it is not',
      before,
      sql: 'ALTER TABLE users DROP COLUMN IF EXISTS middle_name, ADD COLUMN age int',
      shows: 'nothing was dropped',
    },
    {
      name: 'an attribute of a composite type',
      before,
      sql: 'ALTER TYPE point DROP ATTRIBUTE y',
    },
  ],
};
