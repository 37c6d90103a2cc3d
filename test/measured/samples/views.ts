import { type Group, rows, tables } from '../sample.ts';

const view = 'CREATE VIEW @vw AS SELECT id, n FROM @t;';
const kept = 'CREATE MATERIALIZED VIEW @mv AS SELECT id, n FROM @t;';

export const views: Group = {
  id: 'view',
  title: 'Views',
  before: tables,
  rows,
  samples: [
    { name: 'CREATE VIEW', sql: 'CREATE VIEW @vw AS SELECT id, n FROM @t', expected: {} },
    {
      name: 'CREATE OR REPLACE VIEW',
      before: view,
      sql: 'CREATE OR REPLACE VIEW @vw AS SELECT id, n, v FROM @t',
      expected: { vw: 'ACCESS EXCLUSIVE' },
    },
    { name: 'DROP VIEW', before: view, sql: 'DROP VIEW @vw', expected: { vw: 'ACCESS EXCLUSIVE' } },
    {
      name: 'CREATE MATERIALIZED VIEW',
      sql: 'CREATE MATERIALIZED VIEW @mv AS SELECT id, n FROM @t',
      expected: { t: 'ACCESS SHARE + scan' },
    },
    {
      name: 'REFRESH MATERIALIZED VIEW',
      before: kept,
      sql: 'REFRESH MATERIALIZED VIEW @mv',
      expected: { t: 'ACCESS SHARE + scan', mv: 'ACCESS EXCLUSIVE + rewrite' },
    },
    {
      name: 'REFRESH MATERIALIZED VIEW CONCURRENTLY',
      before: `${kept}\nCREATE UNIQUE INDEX @ix ON @mv (id);`,
      sql: 'REFRESH MATERIALIZED VIEW CONCURRENTLY @mv',
      expected: { t: 'ACCESS SHARE + scan', mv: 'EXCLUSIVE + scan', ix: 'ROW EXCLUSIVE' },
    },
    {
      name: 'DROP MATERIALIZED VIEW',
      before: kept,
      sql: 'DROP MATERIALIZED VIEW @mv',
      expected: { mv: 'ACCESS EXCLUSIVE' },
    },
  ],
};
