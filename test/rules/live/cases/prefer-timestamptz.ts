import type { LiveCases } from '../case.ts';

const users = 'CREATE TABLE users (id bigint PRIMARY KEY)';
const execute = (sql: string): string => `def upgrade():\n    op.execute("${sql}")\n`;
const on = ['prefer-timestamptz'];

export const cases: LiveCases = {
  bad: [
    {
      name: 'a new table',
      on,
      sql: 'CREATE TABLE users (id bigint PRIMARY KEY, it timestamp)',
      at: 'CREATE TABLE',
      says: ['users.it is timestamp'],
    },
    {
      name: 'a new column',
      on,
      before: users,
      sql: ["SET LOCAL lock_timeout = '1s'", 'ALTER TABLE users ADD COLUMN it timestamp'],
      at: 'ADD COLUMN',
      says: ['users.it'],
    },
    {
      name: 'timestamp(3)',
      on,
      sql: 'CREATE TABLE users (id bigint PRIMARY KEY, it timestamp(3))',
      at: 'CREATE TABLE',
      says: ['users.it'],
    },
  ],
  good: [
    { name: 'timestamptz', on, sql: 'CREATE TABLE users (id bigint PRIMARY KEY, it timestamptz)' },
    { name: 'timestamptz(3)', on, sql: 'CREATE TABLE users (id bigint PRIMARY KEY, it timestamptz(3))' },
    { name: 'date', on, sql: 'CREATE TABLE users (id bigint PRIMARY KEY, it date)' },
    { name: 'nobody asks', sql: 'CREATE TABLE users (id bigint PRIMARY KEY, it timestamp)' },
    {
      name: 'it was there before',
      on,
      before: 'CREATE TABLE users (id bigint PRIMARY KEY, it timestamp);',
      sql: "COMMENT ON TABLE users IS 'people'",
    },
    {
      name: 'it is gone again',
      on,
      code: [
        execute('CREATE TABLE users (id bigint PRIMARY KEY, it timestamp)'),
        execute('ALTER TABLE users DROP COLUMN it'),
      ],
    },
  ],
};
