import { type Group, rows, tables } from '../sample.ts';

const there = 'CREATE INDEX @ix ON @t (n);';
const build = { t: 'SHARE + scan' };
const online = ['LOCK TABLE @t IN ROW EXCLUSIVE MODE'];

export const indexes: Group = {
  id: 'index',
  title: 'Indexes',
  before: tables,
  rows,
  samples: [
    { name: 'CREATE INDEX', sql: 'CREATE INDEX @ix ON @t (n)', expected: build },
    { name: 'CREATE UNIQUE INDEX', sql: 'CREATE UNIQUE INDEX @ix ON @t (n)', expected: build },
    { name: 'CREATE INDEX on an expression', sql: 'CREATE INDEX @ix ON @t (lower(s))', expected: build },
    { name: 'CREATE INDEX, partial', sql: 'CREATE INDEX @ix ON @t (n) WHERE n > 900', expected: build },
    {
      name: 'CREATE INDEX IF NOT EXISTS, there already',
      before: there,
      sql: 'CREATE INDEX IF NOT EXISTS @ix ON @t (n)',
      expected: { t: 'SHARE' },
    },
    {
      name: 'CREATE INDEX CONCURRENTLY',
      sql: 'CREATE INDEX CONCURRENTLY @ix ON @t (n)',
      alone: online,
      expected: { t: 'SHARE UPDATE EXCLUSIVE + 2 scans' },
    },
    {
      name: 'CREATE UNIQUE INDEX CONCURRENTLY',
      sql: 'CREATE UNIQUE INDEX CONCURRENTLY @ix ON @t (n)',
      alone: online,
      expected: { t: 'SHARE UPDATE EXCLUSIVE + 2 scans' },
    },
    {
      name: 'DROP INDEX',
      before: there,
      sql: 'DROP INDEX @ix',
      expected: { t: 'ACCESS EXCLUSIVE', ix: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'DROP INDEX CONCURRENTLY',
      before: there,
      sql: 'DROP INDEX CONCURRENTLY @ix',
      alone: online,
      expected: { t: 'SHARE UPDATE EXCLUSIVE', ix: 'SHARE UPDATE EXCLUSIVE' },
    },
    {
      name: 'REINDEX INDEX',
      before: there,
      sql: 'REINDEX INDEX @ix',
      expected: { t: 'SHARE + scan', ix: 'ACCESS EXCLUSIVE + rewrite' },
    },
    {
      name: 'REINDEX TABLE',
      before: there,
      sql: 'REINDEX TABLE @t',
      expected: {
        t: 'SHARE + 2 scans',
        ix: 'ACCESS EXCLUSIVE + rewrite',
        t_pkey: 'ACCESS EXCLUSIVE + rewrite',
      },
    },
    {
      name: 'REINDEX INDEX CONCURRENTLY',
      before: there,
      sql: 'REINDEX INDEX CONCURRENTLY @ix',
      alone: online,
      expected: { t: 'SHARE UPDATE EXCLUSIVE + 2 scans', ix: 'SHARE UPDATE EXCLUSIVE + rewrite' },
    },
    {
      name: 'ALTER INDEX RENAME',
      before: there,
      sql: 'ALTER INDEX @ix RENAME TO @xi',
      expected: { ix: 'SHARE UPDATE EXCLUSIVE' },
    },
    {
      name: 'ALTER INDEX SET (fillfactor)',
      before: there,
      sql: 'ALTER INDEX @ix SET (fillfactor = 80)',
      expected: { ix: 'SHARE UPDATE EXCLUSIVE' },
    },
    {
      name: 'REINDEX TABLE CONCURRENTLY',
      sql: 'REINDEX TABLE CONCURRENTLY @t',
      alone: online,
      expected: { t: 'SHARE UPDATE EXCLUSIVE + 2 scans', t_pkey: 'SHARE UPDATE EXCLUSIVE + rewrite' },
    },
    {
      name: 'CREATE INDEX, gin',
      sql: "CREATE INDEX @ix ON @t USING gin (to_tsvector('simple', s))",
      expected: build,
    },
  ],
};
