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
    {
      name: 'beside a constraint of another kind',
      on,
      sql: 'CREATE TABLE users (id integer PRIMARY KEY, age bigint CONSTRAINT a_check CHECK (age > 0))',
      at: 'CREATE TABLE',
      says: ['users.id is integer', 'Use sa.BigInteger().'],
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
    {
      name: 'an array of integers',
      on,
      sql: 'CREATE TABLE users (id integer[] PRIMARY KEY)',
    },
  ],
};
