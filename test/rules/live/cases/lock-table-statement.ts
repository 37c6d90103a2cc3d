import type { LiveCases } from '../case.ts';

const before = 'CREATE TABLE counters (id bigint PRIMARY KEY, value bigint)';

export const cases: LiveCases = {
  bad: [
    {
      name: 'against everybody',
      before,
      sql: 'LOCK TABLE counters',
      at: 'LOCK TABLE',
      says: [
        'keeps everybody from reading and writing counters',
        'SELECT ... FOR UPDATE',
        'ACCESS EXCLUSIVE on counters',
      ],
      takes: { counters: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'against writers',
      before,
      sql: 'LOCK TABLE counters IN SHARE MODE',
      at: 'LOCK TABLE',
      severity: 'notice',
      says: ['keeps everybody from writing to counters'],
    },
  ],
  good: [
    {
      name: 'some rows alone',
      before,
      sql: 'SELECT value FROM counters WHERE id = 1 FOR UPDATE',
      takes: { counters: 'ROW SHARE' },
    },
    { name: 'nobody waits for it', before, sql: 'LOCK TABLE counters IN ROW EXCLUSIVE MODE' },
    { name: 'a table that the same change makes', sql: [before, 'LOCK TABLE counters'] },
  ],
};
