import type { LiveCases } from '../case.ts';

const users = 'CREATE TABLE users (id bigint PRIMARY KEY)';
const execute = (sql: string): string => `def upgrade():\n    op.execute("${sql}")\n`;
const on = ['prefer-text'];

export const cases: LiveCases = {
  bad: [
    {
      name: 'a new table',
      on,
      sql: 'CREATE TABLE users (id bigint PRIMARY KEY, it varchar(20))',
      at: 'CREATE TABLE',
      says: ['users.it is varchar(20)'],
    },
    {
      name: 'a new column',
      on,
      before: users,
      sql: ["SET LOCAL lock_timeout = '1s'", 'ALTER TABLE users ADD COLUMN it varchar(20)'],
      at: 'ADD COLUMN',
      says: ['users.it'],
    },
  ],
  good: [
    { name: 'text', on, sql: 'CREATE TABLE users (id bigint PRIMARY KEY, it text)' },
    { name: 'varchar', on, sql: 'CREATE TABLE users (id bigint PRIMARY KEY, it varchar)' },
    { name: 'varchar[]', on, sql: 'CREATE TABLE users (id bigint PRIMARY KEY, it varchar[])' },
    { name: 'nobody asks', sql: 'CREATE TABLE users (id bigint PRIMARY KEY, it varchar(20))' },
    {
      name: 'it was there before',
      on,
      before: 'CREATE TABLE users (id bigint PRIMARY KEY, it varchar(20));',
      sql: "COMMENT ON TABLE users IS 'people'",
    },
    {
      name: 'it is gone again',
      on,
      code: [
        execute('CREATE TABLE users (id bigint PRIMARY KEY, it varchar(20))'),
        execute('ALTER TABLE users DROP COLUMN it'),
      ],
    },
  ],
};
