import { type Group, rows, tables } from '../sample.ts';

const free = { t: 'ACCESS EXCLUSIVE' };
const rewrite = { t: 'ACCESS EXCLUSIVE + rewrite + 2 scans', t_pkey: 'ACCESS EXCLUSIVE + rewrite' };
const add = (column: string): string => `ALTER TABLE @t ADD COLUMN ${column}`;

export const addedColumns: Group = {
  id: 'add_column',
  title: 'Adding columns',
  before: tables,
  rows,
  samples: [
    { name: 'ADD COLUMN', sql: add('c int'), expected: free },
    { name: 'ADD COLUMN with a constant default', sql: add('c int DEFAULT 7'), expected: free },
    {
      name: 'ADD COLUMN NOT NULL with a constant default',
      sql: add('c int NOT NULL DEFAULT 7'),
      expected: free,
    },
    { name: 'ADD COLUMN with DEFAULT now()', sql: add('c timestamptz DEFAULT now()'), expected: free },
    { name: 'ADD COLUMN NOT NULL without a default', sql: add('c int NOT NULL'), expected: '23502' },
    { name: 'ADD COLUMN with a volatile default', sql: add('c float DEFAULT random()'), expected: rewrite },
    {
      name: 'ADD COLUMN with DEFAULT gen_random_uuid()',
      sql: add('c uuid DEFAULT gen_random_uuid()'),
      expected: rewrite,
    },
    { name: 'ADD COLUMN serial', sql: add('c serial'), expected: rewrite },
    {
      name: 'ADD COLUMN GENERATED AS IDENTITY',
      sql: add('c int GENERATED ALWAYS AS IDENTITY'),
      expected: rewrite,
    },
    {
      name: 'ADD COLUMN GENERATED, stored',
      sql: add('c int GENERATED ALWAYS AS (n + 1) STORED'),
      expected: rewrite,
    },
    {
      name: 'ADD COLUMN GENERATED, virtual',
      sql: add('c int GENERATED ALWAYS AS (n + 1) VIRTUAL'),
      since: 18,
      expected: free,
    },
    {
      name: 'ADD COLUMN of a domain with a CHECK',
      before: 'CREATE DOMAIN @small AS int CHECK (VALUE < 10);',
      sql: add('c @small'),
      expected: rewrite,
    },
    {
      name: 'ADD COLUMN of a domain without one',
      before: 'CREATE DOMAIN @plain AS int;',
      sql: add('c @plain'),
      expected: free,
    },
    {
      name: 'ADD COLUMN REFERENCES',
      sql: add('c int REFERENCES @p (id)'),
      expected: { t: 'ACCESS EXCLUSIVE', p: 'SHARE ROW EXCLUSIVE' },
    },
    {
      name: 'ADD COLUMN REFERENCES with a default',
      sql: add('c int DEFAULT 7 REFERENCES @p (id)'),
      expected: { t: 'ACCESS EXCLUSIVE + scan', p: 'SHARE ROW EXCLUSIVE + scan' },
    },
    { name: 'ADD COLUMN UNIQUE', sql: add('c int UNIQUE'), expected: { t: 'ACCESS EXCLUSIVE + scan' } },
    {
      name: 'ADD COLUMN with a CHECK',
      sql: add('c int CHECK (c > 0)'),
      expected: { t: 'ACCESS EXCLUSIVE + scan' },
    },
    {
      name: 'ADD COLUMN with a CHECK and a default',
      sql: add('c int DEFAULT 7 CHECK (c > 0)'),
      expected: { t: 'ACCESS EXCLUSIVE + scan' },
    },
    {
      name: 'ADD COLUMN IF NOT EXISTS, there already',
      sql: 'ALTER TABLE @t ADD COLUMN IF NOT EXISTS n int',
      expected: free,
    },
  ],
};
