import type { LiveCases } from '../case.ts';

const before =
  'CREATE TABLE sessions (id bigint PRIMARY KEY); CREATE UNLOGGED TABLE cache (id bigint PRIMARY KEY)';

export const cases: LiveCases = {
  bad: [
    {
      name: 'unlogged',
      before,
      sql: 'ALTER TABLE sessions SET UNLOGGED',
      at: 'SET UNLOGGED',
      says: ['SET UNLOGGED stores sessions anew', 'After a crash of the server it is empty.', 'rewritten: '],
      takes: { sessions: 'ACCESS EXCLUSIVE + rewrite' },
    },
    {
      name: 'logged',
      before,
      sql: 'ALTER TABLE cache SET LOGGED',
      at: 'SET LOGGED',
      says: ['SET LOGGED stores cache anew, and nobody reads or writes it meanwhile.\n'],
    },
  ],
  good: [
    {
      name: 'a new table that is meant so',
      before,
      sql: 'CREATE UNLOGGED TABLE sessions_unlogged (id bigint PRIMARY KEY)',
    },
    {
      name: 'of a table that the same change makes',
      sql: ['CREATE TABLE news (id bigint PRIMARY KEY)', 'ALTER TABLE news SET UNLOGGED'],
    },
    {
      name: 'of one that is so already',
      before,
      sql: 'ALTER TABLE cache SET UNLOGGED; ALTER TABLE cache ADD COLUMN age int',
    },
    { name: 'another change', before, sql: 'ALTER TABLE sessions CLUSTER ON sessions_pkey' },
  ],
};
