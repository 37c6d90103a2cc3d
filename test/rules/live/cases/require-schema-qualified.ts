import type { LiveCases } from '../case.ts';

const on = ['require-schema-qualified'];

export const cases: LiveCases = {
  bad: [
    {
      name: 'a table',
      on,
      sql: 'CREATE TABLE users (id bigint PRIMARY KEY)',
      at: 'CREATE TABLE',
      says: ['users is made in whatever schema'],
    },
    {
      name: 'a table from a query',
      on,
      sql: 'CREATE TABLE users AS SELECT 1 AS id',
      at: 'CREATE TABLE',
      says: ['users'],
    },
  ],
  good: [
    { name: 'with its schema', on, sql: 'CREATE TABLE public.users (id bigint PRIMARY KEY)' },
    {
      name: 'a temporary table has one of its own',
      on,
      sql: [
        'CREATE TEMPORARY TABLE work (id bigint)',
        'DROP TABLE work',
        'CREATE TABLE public.users (id bigint PRIMARY KEY)',
      ],
    },
  ],
};
