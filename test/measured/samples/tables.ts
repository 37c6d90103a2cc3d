import { type Group, rows, tables } from '../sample.ts';

const free = { t: 'ACCESS EXCLUSIVE' };
const online = { t: 'SHARE UPDATE EXCLUSIVE' };
const trigger = 'CREATE FUNCTION @f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;';
const triggered = `${trigger}\nCREATE TRIGGER @tr BEFORE UPDATE ON @t FOR EACH ROW EXECUTE FUNCTION @f();`;
const referring = 'CREATE TABLE @c (id int PRIMARY KEY, t_id int REFERENCES @t (id));';

export const wholeTables: Group = {
  id: 'table',
  title: 'Tables',
  before: tables,
  rows,
  samples: [
    { name: 'CREATE TABLE', sql: 'CREATE TABLE @new (id int PRIMARY KEY)', expected: {} },
    {
      name: 'CREATE TABLE with a foreign key',
      sql: 'CREATE TABLE @new (id int REFERENCES @t (id))',
      expected: { t: 'SHARE ROW EXCLUSIVE' },
    },
    { name: 'CREATE TABLE LIKE', sql: 'CREATE TABLE @new (LIKE @t INCLUDING ALL)', expected: {} },
    {
      name: 'CREATE TABLE INHERITS',
      sql: 'CREATE TABLE @new () INHERITS (@t)',
      expected: { t: 'SHARE UPDATE EXCLUSIVE' },
    },
    { name: 'RENAME', sql: 'ALTER TABLE @t RENAME TO @u', expected: free },
    { name: 'SET SCHEMA', before: 'CREATE SCHEMA @s;', sql: 'ALTER TABLE @t SET SCHEMA @s', expected: free },
    {
      name: 'DROP TABLE',
      sql: 'DROP TABLE @t',
      expected: { t: 'ACCESS EXCLUSIVE', t_pkey: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'DROP TABLE with a foreign key',
      before: referring,
      sql: 'DROP TABLE @c',
      expected: { t: 'ACCESS EXCLUSIVE', c: 'ACCESS EXCLUSIVE', c_pkey: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'TRUNCATE',
      sql: 'TRUNCATE @t',
      expected: { t: 'ACCESS EXCLUSIVE + rewrite + scan', t_pkey: 'ACCESS EXCLUSIVE + rewrite' },
    },
    {
      name: 'TRUNCATE CASCADE',
      before: referring,
      sql: 'TRUNCATE @t CASCADE',
      expected: {
        t: 'ACCESS EXCLUSIVE + rewrite + scan',
        t_pkey: 'ACCESS EXCLUSIVE + rewrite',
        c: 'ACCESS EXCLUSIVE + rewrite + scan',
        c_pkey: 'ACCESS EXCLUSIVE + rewrite',
      },
    },
    { name: 'LOCK TABLE', sql: 'LOCK TABLE @t IN EXCLUSIVE MODE', expected: { t: 'EXCLUSIVE' } },
    {
      name: 'CREATE TRIGGER',
      before: trigger,
      sql: 'CREATE TRIGGER @tr BEFORE UPDATE ON @t FOR EACH ROW EXECUTE FUNCTION @f()',
      expected: { t: 'SHARE ROW EXCLUSIVE' },
    },
    { name: 'DROP TRIGGER', before: triggered, sql: 'DROP TRIGGER @tr ON @t', expected: free },
    {
      name: 'DISABLE TRIGGER',
      before: triggered,
      sql: 'ALTER TABLE @t DISABLE TRIGGER @tr',
      expected: { t: 'SHARE ROW EXCLUSIVE' },
    },
    { name: 'CREATE RULE', sql: 'CREATE RULE @r AS ON DELETE TO @t DO INSTEAD NOTHING', expected: free },
    { name: 'ENABLE ROW LEVEL SECURITY', sql: 'ALTER TABLE @t ENABLE ROW LEVEL SECURITY', expected: free },
    { name: 'CREATE POLICY', sql: 'CREATE POLICY @po ON @t USING (n > 0)', expected: free },
    { name: 'REPLICA IDENTITY FULL', sql: 'ALTER TABLE @t REPLICA IDENTITY FULL', expected: free },
    {
      name: 'SET UNLOGGED',
      sql: 'ALTER TABLE @t SET UNLOGGED',
      expected: { t: 'ACCESS EXCLUSIVE + rewrite + 2 scans', t_pkey: 'ACCESS EXCLUSIVE + rewrite' },
    },
    { name: 'SET (fillfactor)', sql: 'ALTER TABLE @t SET (fillfactor = 80)', expected: online },
    {
      name: 'SET (autovacuum_enabled)',
      sql: 'ALTER TABLE @t SET (autovacuum_enabled = false)',
      expected: online,
    },
    { name: 'CREATE STATISTICS', sql: 'CREATE STATISTICS @st ON n, v FROM @t', expected: online },
    { name: 'COMMENT ON TABLE', sql: "COMMENT ON TABLE @t IS 'x'", expected: online },
    { name: 'COMMENT ON COLUMN', sql: "COMMENT ON COLUMN @t.n IS 'x'", expected: online },
    { name: 'GRANT', sql: 'GRANT SELECT ON @t TO PUBLIC', expected: {} },
    { name: 'ANALYZE', sql: 'ANALYZE @t', expected: online },
    {
      name: 'CLUSTER',
      sql: 'CLUSTER @t USING @t_pkey',
      alone: ['LOCK TABLE @t IN ROW EXCLUSIVE MODE'],
      expected: { t: 'ACCESS EXCLUSIVE + rewrite + 2 scans', t_pkey: 'rewrite' },
    },
    {
      name: 'VACUUM',
      sql: 'VACUUM @t',
      alone: ['LOCK TABLE @t IN SHARE UPDATE EXCLUSIVE MODE'],
      expected: online,
    },
    {
      name: 'VACUUM FULL',
      sql: 'VACUUM FULL @t',
      alone: ['LOCK TABLE @t IN SHARE UPDATE EXCLUSIVE MODE'],
      expected: { t: 'ACCESS EXCLUSIVE + rewrite + 2 scans', t_pkey: 'rewrite' },
    },
    {
      name: 'SET LOGGED',
      before: 'ALTER TABLE @t SET UNLOGGED;',
      sql: 'ALTER TABLE @t SET LOGGED',
      expected: { t: 'ACCESS EXCLUSIVE + rewrite + 2 scans', t_pkey: 'ACCESS EXCLUSIVE + rewrite' },
    },
    {
      name: 'INHERIT',
      before: 'CREATE TABLE @c (LIKE @t);',
      sql: 'ALTER TABLE @c INHERIT @t',
      expected: { c: 'ACCESS EXCLUSIVE', t: 'SHARE UPDATE EXCLUSIVE' },
    },
    { name: 'OWNER TO', sql: 'ALTER TABLE @t OWNER TO CURRENT_USER', expected: { t: 'ACCESS EXCLUSIVE' } },
    {
      name: 'DROP POLICY',
      before: 'CREATE POLICY @po ON @t USING (n > 0);',
      sql: 'DROP POLICY @po ON @t',
      expected: free,
    },
    {
      name: 'ALTER POLICY',
      before: 'CREATE POLICY @po ON @t USING (n > 0);',
      sql: 'ALTER POLICY @po ON @t USING (n > 1)',
      expected: free,
    },
  ],
};
