import type { LiveCases } from '../case.ts';

const before =
  'CREATE TABLE users (id bigint PRIMARY KEY); CREATE TABLE carts (user_id bigint PRIMARY KEY REFERENCES users)';

export const cases: LiveCases = {
  bad: [
    {
      name: 'the table it refers to is locked as well',
      before,
      code: 'def upgrade():\n    op.drop_table("carts")\n',
      at: 'op.drop_table',
      says: ['Dropping carts', 'users is locked against reading as well', 'ignore[drop-table]'],
      takes: { users: 'ACCESS EXCLUSIVE', carts: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'two in one command lock nobody else',
      before: 'CREATE TABLE a (id bigint PRIMARY KEY); CREATE TABLE b (id bigint PRIMARY KEY)',
      sql: 'DROP TABLE a, b',
      at: 'op.execute',
      says: [
        'Dropping a deletes all its rows, and the running release fails on every statement that names it.\n',
        'Dropping b',
      ],
      times: 2,
    },
    {
      name: 'another one takes its name',
      before,
      sql: ['DROP TABLE carts', 'CREATE TABLE carts (user_id bigint PRIMARY KEY, note text)'],
      at: 'DROP TABLE',
      says: [
        'deletes all its rows: the table of that name that there is afterwards is another one. users is locked',
      ],
    },
  ],
  good: [
    {
      name: 'one that the same change makes',
      sql: ['CREATE TABLE carts (id bigint PRIMARY KEY)', 'DROP TABLE carts'],
    },
    { name: 'one that is not there', sql: 'DROP TABLE IF EXISTS carts' },
    { name: 'another kind of thing', before: 'CREATE SEQUENCE numbers', sql: 'DROP SEQUENCE numbers' },
  ],
};
