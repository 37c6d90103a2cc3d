import type { LiveCases } from '../case.ts';

const on = ['prefer-bigint'];

export const cases: LiveCases = {
  bad: [
    {
      name: 'an integer',
      on,
      sql: 'CREATE TABLE users (id integer PRIMARY KEY)',
      at: 'CREATE TABLE',
      says: ['users.id is integer'],
    },
    {
      name: 'a smallint, one of two',
      on,
      sql: 'CREATE TABLE users (region text, id smallint, PRIMARY KEY (region, id))',
      at: 'CREATE TABLE',
      says: ['users.id is smallint'],
    },
  ],
  good: [
    { name: 'a bigint', on, sql: 'CREATE TABLE users (id bigint PRIMARY KEY)' },
    {
      name: 'an integer that is no key',
      on,
      sql: 'CREATE TABLE users (id bigint PRIMARY KEY, age integer UNIQUE)',
    },
    { name: 'a text', on, sql: 'CREATE TABLE users (id text PRIMARY KEY)' },
  ],
};
