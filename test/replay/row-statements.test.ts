import { expect, test } from 'vitest';
import { mayChangeRows } from '../../src/replay/row-statements.ts';

const seen = (sql: string): boolean =>
  mayChangeRows({ sql, milliseconds: 1, place: { file: 'versions/a.py', line: 3 } });

test.each([
  'INSERT INTO t VALUES (1)',
  '\n  with x as (select 1) insert into t select * from x',
  'SELECT seed()',
  'DO $$ begin insert into t values (1); end $$',
  'CALL fill()',
  'COPY t FROM stdin',
  'CREATE TABLE t AS SELECT 1',
  'CREATE MATERIALIZED VIEW v AS SELECT 1',
  '-- a comment first\nINSERT INTO t VALUES (1)',
  'TRUNCATE t',
  'UPDATE t SET c = 1',
  'CREATE TABLE t (id int); INSERT INTO t VALUES (1)',
  'ALTER TABLE t ADD c int;\nDELETE FROM u;',
])('%s may change rows', (sql) => {
  expect(seen(sql)).toBe(true);
});

test.each([
  'CREATE TABLE t (id int)',
  'alter table t add column c int default 7',
  'CREATE UNIQUE INDEX i ON t (c)',
  'CREATE OR REPLACE FUNCTION f() RETURNS void LANGUAGE sql AS $$ insert into t values (1) $$',
  'CREATE TYPE e AS ENUM (1)',
  'DROP TABLE t',
  'COMMENT ON TABLE t IS $$x$$',
])('%s cannot', (sql) => {
  expect(seen(sql)).toBe(false);
});

test('what the tool sends for its own table does not count', () => {
  expect(mayChangeRows({ sql: 'INSERT INTO alembic_version VALUES (1)', milliseconds: 1 })).toBe(false);
});
