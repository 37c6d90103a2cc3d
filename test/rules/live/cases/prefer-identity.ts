import type { LiveCases } from '../case.ts';

const on = ['prefer-identity'];

export const cases: LiveCases = {
  bad: [
    {
      name: 'a serial',
      on,
      sql: 'CREATE TABLE users (id bigserial PRIMARY KEY)',
      at: 'CREATE TABLE',
      says: ['users.id takes its values from a sequence'],
    },
  ],
  good: [
    {
      name: 'an identity',
      on,
      sql: 'CREATE TABLE users (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY)',
    },
    { name: 'another default', on, sql: 'CREATE TABLE users (id bigint PRIMARY KEY DEFAULT 5)' },
    { name: 'no default', on, sql: 'CREATE TABLE users (id bigint PRIMARY KEY)' },
  ],
};
