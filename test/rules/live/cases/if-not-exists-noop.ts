import type { LiveCases } from '../case.ts';

const users = 'CREATE TABLE users (id bigint PRIMARY KEY, name text)';
const other = 'CREATE TABLE others (id bigint PRIMARY KEY)';

export const cases: LiveCases = {
  bad: [
    {
      name: 'a table',
      before: users,
      sql: ['CREATE TABLE IF NOT EXISTS users (id bigint PRIMARY KEY, email text)', other],
      at: 'CREATE TABLE IF NOT EXISTS',
      says: ['The table users was there already', 'no table users is new'],
    },
    {
      name: 'an index',
      before: `${users}; CREATE INDEX ix_name ON users (name);`,
      sql: [other, 'CREATE INDEX IF NOT EXISTS ix_name ON users (id, name)'],
      at: 'CREATE INDEX',
      says: ['The index ix_name was there'],
    },
    {
      name: 'a column',
      before: users,
      sql: [
        "SET LOCAL lock_timeout = '1s'",
        'ALTER TABLE users ADD COLUMN IF NOT EXISTS name varchar(20), ADD COLUMN age integer',
      ],
      at: 'ADD COLUMN IF NOT EXISTS',
      says: ['The column users.name was there'],
    },
    {
      name: 'a table from a query, in another schema',
      before:
        'CREATE SCHEMA crm; CREATE TABLE crm.users (id bigint PRIMARY KEY); CREATE TABLE users (id bigint PRIMARY KEY);',
      sql: ['CREATE TABLE IF NOT EXISTS crm.users AS SELECT 1 AS id', other],
      at: 'CREATE TABLE IF NOT EXISTS',
      says: ['The table crm.users was there'],
    },
    {
      name: 'another schema has a new one of that name',
      before: 'CREATE SCHEMA crm; CREATE TABLE crm.users (id bigint PRIMARY KEY);',
      sql: [users, 'CREATE TABLE IF NOT EXISTS crm.users (id bigint PRIMARY KEY)'],
      at: 'CREATE TABLE IF NOT EXISTS',
      says: ['crm.users'],
    },
    {
      name: 'two in one command, of which another thing has the name, and a table is made',
      before: `${users}; CREATE TABLE crm_users (id bigint PRIMARY KEY); CREATE INDEX ix_name ON users (name)`,
      sql: [
        "SET LOCAL lock_timeout = '1s'",
        'ALTER TABLE users ADD COLUMN IF NOT EXISTS name text, ADD COLUMN IF NOT EXISTS id bigint',
        'COMMENT ON INDEX ix_name IS $$by name$$',
        'CREATE TABLE made (id bigint PRIMARY KEY)',
      ],
      at: 'ADD COLUMN',
      says: [
        'The column users.name was there already',
        'The column users.id was there already',
        'Leave the statement out; or, if another column is meant, change the one that is there.',
      ],
      times: 2,
    },
    {
      name: 'an object of its name has been changed',
      before: users,
      sql: [
        'COMMENT ON TABLE users IS $$people$$',
        'CREATE TABLE IF NOT EXISTS public.users (id bigint PRIMARY KEY)',
      ],
      at: 'CREATE TABLE IF NOT EXISTS',
      says: ['The table public.users was there already'],
    },
  ],
  good: [
    {
      name: 'all of it is new',
      sql: [
        'CREATE TABLE IF NOT EXISTS users (id bigint PRIMARY KEY)',
        'ALTER TABLE users ADD COLUMN IF NOT EXISTS name text',
        'CREATE INDEX IF NOT EXISTS ix_name ON users (name)',
      ],
    },
    {
      name: 'a column and an index of a table that was there',
      before: users,
      sql: ["SET LOCAL lock_timeout = '1s'", 'ALTER TABLE users ADD COLUMN IF NOT EXISTS age integer'],
    },
    {
      name: 'it was made, and taken away',
      sql: ['CREATE TABLE IF NOT EXISTS users (id bigint PRIMARY KEY)', 'DROP TABLE users', other],
    },
    {
      name: 'a temporary table',
      sql: [
        'CREATE TEMPORARY TABLE IF NOT EXISTS work (id bigint)',
        'CREATE TEMPORARY TABLE IF NOT EXISTS work (id bigint)',
        'DROP TABLE work',
        other,
      ],
    },
    { name: 'without IF NOT EXISTS', sql: users },
    {
      name: 'a label is no object of its own',
      before: "CREATE TYPE mood AS ENUM ('good');",
      code: `def upgrade():\n    with op.get_context().autocommit_block():\n        op.execute("ALTER TYPE mood ADD VALUE IF NOT EXISTS 'good'")\n    op.execute("${other}")\n`,
    },
    {
      name: 'in public, which is said',
      sql: 'CREATE TABLE IF NOT EXISTS public.users (id bigint PRIMARY KEY)',
    },
  ],
};
