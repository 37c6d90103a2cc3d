import { type Group, rows, tables } from '../sample.ts';

const free = { t: 'ACCESS EXCLUSIVE' };
const rewrite = { t: 'ACCESS EXCLUSIVE + rewrite + 2 scans', t_pkey: 'ACCESS EXCLUSIVE + rewrite' };
const type = (what: string): string => `ALTER TABLE @t ALTER COLUMN ${what}`;

export const types: Group = {
  id: 'type',
  title: 'Changing the type of a column',
  before: tables,
  rows,
  samples: [
    { name: 'varchar to a longer one', sql: type('v TYPE varchar(50)'), expected: free },
    { name: 'varchar to one without a length', sql: type('v TYPE varchar'), expected: free },
    { name: 'varchar to text', sql: type('v TYPE text'), expected: free },
    {
      name: 'varchar to a longer one, with a CHECK on it',
      before: "ALTER TABLE @t ADD CHECK (v <> '');",
      sql: type('v TYPE varchar(50)'),
      expected: { t: 'ACCESS EXCLUSIVE + scan' },
    },
    {
      name: 'varchar to a longer one, with an index on it',
      before: 'CREATE INDEX @ix ON @t (v);',
      sql: type('v TYPE varchar(50)'),
      expected: { t: 'ACCESS EXCLUSIVE', ix: 'ACCESS EXCLUSIVE' },
    },
    { name: 'varchar to a shorter one', sql: type('v TYPE varchar(10)'), expected: rewrite },
    { name: 'text to varchar', sql: type('s TYPE varchar(50)'), expected: rewrite },
    { name: 'int to bigint', sql: type('n TYPE bigint'), expected: rewrite },
    {
      name: 'int to bigint, with an index on it',
      before: 'CREATE INDEX @ix ON @t (n);',
      sql: type('n TYPE bigint'),
      expected: {
        t: 'ACCESS EXCLUSIVE + rewrite + 3 scans',
        t_pkey: 'ACCESS EXCLUSIVE + rewrite',
        ix: 'ACCESS EXCLUSIVE + rewrite',
      },
    },
    { name: 'int to text', sql: type('n TYPE text'), expected: rewrite },
    { name: 'numeric to one of more digits', sql: type('d TYPE numeric(12,2)'), expected: free },
    { name: 'numeric to one of another scale', sql: type('d TYPE numeric(12,4)'), expected: rewrite },
    { name: 'numeric to one without limits', sql: type('d TYPE numeric'), expected: free },
    {
      name: 'timestamp to timestamptz, where the session is in UTC',
      first: "SET LOCAL TimeZone = 'UTC'",
      sql: type('at TYPE timestamptz'),
      expected: free,
    },
    {
      name: 'timestamp to timestamptz, where it is not',
      first: "SET LOCAL TimeZone = 'Europe/Berlin'",
      sql: type('at TYPE timestamptz'),
      expected: rewrite,
    },
    { name: 'timestamp to one of less precision', sql: type('at TYPE timestamp(0)'), expected: rewrite },
    { name: 'timestamp to date', sql: type('at TYPE date'), expected: rewrite },
    { name: 'enum to text', sql: type('mood TYPE text'), expected: rewrite },
    { name: 'text to jsonb', sql: type('s TYPE jsonb USING to_jsonb(s)'), expected: rewrite },
    { name: 'text to int, which fails', sql: type('s TYPE int USING s::int'), expected: '22P02' },
    { name: 'to the type it has', sql: type('n TYPE int'), expected: free },
    {
      name: 'to the type it has, of another collation',
      before: 'CREATE INDEX @ix ON @t (s);',
      sql: type('s TYPE text COLLATE "C"'),
      expected: { t: 'ACCESS EXCLUSIVE + scan', ix: 'ACCESS EXCLUSIVE + rewrite' },
    },
  ],
};
