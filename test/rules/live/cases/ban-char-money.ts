import type { LiveCases } from '../case.ts';

const users = 'CREATE TABLE users (id bigint PRIMARY KEY)';
const execute = (sql: string): string => `def upgrade():\n    op.execute("${sql}")\n`;
const on = ['ban-char-money'];

export const cases: LiveCases = {
  bad: [
    {
      name: 'a new table',
      on,
      sql: 'CREATE TABLE users (id bigint PRIMARY KEY, it money)',
      at: 'CREATE TABLE',
      says: ['users.it is money'],
    },
    {
      name: 'a new column',
      on,
      before: users,
      sql: ["SET LOCAL lock_timeout = '1s'", 'ALTER TABLE users ADD COLUMN it money'],
      at: 'ADD COLUMN',
      says: ['users.it'],
    },
    {
      name: 'char(3)',
      on,
      sql: 'CREATE TABLE users (id bigint PRIMARY KEY, it char(3))',
      at: 'CREATE TABLE',
      says: ['users.it'],
    },
    {
      name: 'timestamptz(0)',
      on,
      sql: 'CREATE TABLE users (id bigint PRIMARY KEY, it timestamptz(0))',
      at: 'CREATE TABLE',
      says: ['users.it'],
    },
  ],
  good: [
    { name: 'text', on, sql: 'CREATE TABLE users (id bigint PRIMARY KEY, it text)' },
    { name: 'numeric(10, 2)', on, sql: 'CREATE TABLE users (id bigint PRIMARY KEY, it numeric(10, 2))' },
    { name: 'timestamptz', on, sql: 'CREATE TABLE users (id bigint PRIMARY KEY, it timestamptz)' },
    { name: 'timestamptz(3)', on, sql: 'CREATE TABLE users (id bigint PRIMARY KEY, it timestamptz(3))' },
    { name: 'nobody asks', sql: 'CREATE TABLE users (id bigint PRIMARY KEY, it money)' },
    {
      name: 'it was there before',
      on,
      before: 'CREATE TABLE users (id bigint PRIMARY KEY, it money);',
      sql: "COMMENT ON TABLE users IS 'people'",
    },
    {
      name: 'it is gone again',
      on,
      code: [
        execute('CREATE TABLE users (id bigint PRIMARY KEY, it money)'),
        execute('ALTER TABLE users DROP COLUMN it'),
      ],
    },
  ],
};
