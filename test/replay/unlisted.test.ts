import { expect, test } from 'vitest';
import { compareSent } from '../../src/replay/unlisted.ts';

const left = (logged: readonly string[], ...listed: readonly (string | [string, number])[]) =>
  compareSent(
    logged.map((sql) => ({ database: 'd', sql })),
    listed.map((one) => (typeof one === 'string' ? { sql: one } : { sql: one[0], sets: one[1] })),
  ).unlisted;

test('what is listed is taken away, as often as it is listed', () => {
  const sql = 'DROP TABLE t';
  expect(left([`\n${sql} `], sql)).toEqual([]);
  expect(left([sql, sql], sql)).toEqual([sql]);
  expect(left([sql, sql, sql], sql, sql)).toEqual([sql]);
  expect(left([sql, sql], [sql, 2])).toEqual([]);
  expect(left([sql])).toEqual([sql]);
});

test('values may stand where parameters are listed, and nowhere else', () => {
  const insert = 'INSERT INTO t (a, b) VALUES ($1, $2)';
  expect(left(["INSERT INTO t (a, b) VALUES (1, 'x')"], insert)).toEqual([]);
  expect(left(['INSERT INTO t (a, b) VALUES (1, 2),(3, 4)'], [insert, 2])).toEqual([]);
  for (const other of [
    'INSERT INTO u (a, b) VALUES (1, 2)',
    'INSERT INTO t (a, b) VALUES (1)',
    'INSERT INTO t (a, b) VALUES (1, 2) RETURNING a',
  ])
    expect(left([other], insert)).toEqual([other]);
  // Pieces must not lie upon each other.
  expect(left(['DELETE FROM t WHERE a'], 'DELETE FROM t WHERE a$1 a')).toEqual(['DELETE FROM t WHERE a']);
  expect(left(['DELETE FROM t WHERE c = 1 OR b = 2'], 'DELETE FROM t WHERE $1 AND b = $2')).toHaveLength(1);
});

test('the same text is met first by its own', () => {
  const update = 'UPDATE t SET c = 1';
  expect(left([update, 'UPDATE t SET c = 2'], 'UPDATE t SET c = $1', update)).toEqual([]);
});

test('a text that was cut is known by its beginning', () => {
  const cut = "INSERT INTO t VALUES ('aaa /* cut off here: 99 characters in all */";
  expect(left(["INSERT INTO t VALUES ('aaab')"], cut)).toEqual([]);
  expect(left(["INSERT INTO u VALUES ('aaab')"], cut)).toHaveLength(1);
  const within = 'INSERT INTO t VALUES ($1, aaa /* cut off here: 99 characters in all */';
  expect(left(['INSERT INTO t VALUES (1, aaab)'], within)).toEqual([]);
  expect(left(['INSERT INTO t VALUES (1, b)'], within)).toHaveLength(1);
});

test('a cursor on the server is known by its query', () => {
  const query = 'SELECT a FROM t WHERE b > $1';
  expect(left(['DECLARE "c_1" CURSOR WITHOUT HOLD FOR SELECT a FROM t WHERE b > 5'], query)).toEqual([]);
  expect(left(['DECLARE c NO SCROLL CURSOR FOR SELECT a FROM u'], query)).toHaveLength(1);
});

test('our own questions and what drivers send by themselves do not count', () => {
  expect(left(['/* migrate_check */ EXECUTE x', 'BEGIN', 'select pg_catalog.version()', 'COMMIT;'])).toEqual(
    [],
  );
  expect(left(['EXECUTE x /* migrate_check */'])).toHaveLength(1);
});

test('how many were found', () => {
  const logged = ['BEGIN', 'DROP TABLE t', 'DROP TABLE u'].map((sql) => ({ database: 'd', sql }));
  expect(compareSent(logged, [{ sql: 'DROP TABLE t' }, { sql: 'DROP TABLE v' }])).toEqual({
    unlisted: ['DROP TABLE u'],
    found: 1,
  });
});
