/** Which statements may be given a transaction of their own, and where the others can be made to wait. */
import { expect, test } from 'vitest';
import '../support/sql.ts';
import { mayBeWrapped, waitPointsOf } from '../../src/replay/alone-statements.ts';
import { parseSql } from '../../src/sql/parse.ts';
import { testDatabase } from '../support/postgres.ts';

const base = `CREATE TABLE t (id int PRIMARY KEY, c int); CREATE INDEX ix ON t (c);
CREATE TABLE p (id int) PARTITION BY RANGE (id); CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (9);
CREATE TYPE e AS ENUM ('a'); CREATE PROCEDURE ends() LANGUAGE plpgsql AS 'BEGIN COMMIT; END';`;

const may = (sql: string): boolean => parseSql(sql).statements.every(mayBeWrapped);

test.each([
  'ALTER TABLE t ADD COLUMN d int',
  'CREATE INDEX iy ON t (c)',
  'DROP INDEX ix',
  'ALTER TABLE p DETACH PARTITION p1',
  "ALTER TYPE e ADD VALUE 'b'",
  'INSERT INTO t VALUES (1)',
  'SELECT 1',
  'ANALYZE t',
  "SET lock_timeout = '1s'",
  'DO $$ BEGIN PERFORM 1; END $$',
  'REFRESH MATERIALIZED VIEW CONCURRENTLY nothing',
])('%s works the same in a transaction', async (sql) => {
  const expected = !sql.includes('REFRESH');
  expect(may(sql)).toBe(expected);
  if (!expected) return;
  const database = await testDatabase();
  await database.query(base);
  await database.query('BEGIN');
  await database.query(sql);
  await database.query('COMMIT');
  await database.close();
});

test.each([
  'CREATE INDEX CONCURRENTLY iy ON t (c)',
  'DROP INDEX CONCURRENTLY ix',
  'REINDEX INDEX CONCURRENTLY ix',
  'REINDEX (CONCURRENTLY) TABLE t',
  'REINDEX TABLE p',
  'ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY',
  'VACUUM t',
  'VACUUM',
  'CLUSTER',
  'CREATE DATABASE d',
  'ALTER SYSTEM RESET work_mem',
  'DISCARD ALL',
  'DO $$ BEGIN COMMIT; END $$',
  'CALL ends()',
])('%s is never given one: the server refuses', async (sql) => {
  expect(may(sql)).toBe(false);
  const database = await testDatabase();
  await database.query(base);
  await database.query('BEGIN');
  await expect(database.query(sql)).rejects.toThrow(/transaction/);
  await database.close();
});

test.each([
  [
    'CREATE INDEX CONCURRENTLY iy ON s.t (c)',
    [{ on: { schema: 's', name: 't' }, kind: 'table', mode: 'ROW EXCLUSIVE' }],
  ],
  ['DROP INDEX CONCURRENTLY "Ix"', [{ on: { name: 'Ix' }, kind: 'index', mode: 'ROW EXCLUSIVE' }]],
  ['REINDEX INDEX CONCURRENTLY ix', [{ on: { name: 'ix' }, kind: 'index', mode: 'ROW EXCLUSIVE' }]],
  ['VACUUM FULL t', [{ on: { name: 't' }, kind: 'table', mode: 'SHARE UPDATE EXCLUSIVE' }]],
  ['CLUSTER t USING ix', [{ on: { name: 't' }, kind: 'table', mode: 'ROW EXCLUSIVE' }]],
  ['VACUUM', []],
  ['CLUSTER', []],
  ['REINDEX SCHEMA public', []],
  ['CALL ends()', []],
])('%s waits where it is known to', (sql, points) => {
  expect(parseSql(sql).statements.flatMap(waitPointsOf)).toEqual(points);
});
