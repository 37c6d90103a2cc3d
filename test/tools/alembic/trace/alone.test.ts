/** Statements that commit by themselves: given a transaction where they may have one, seen from outside where not. */
import { expect, test } from 'vitest';
import { testPython } from '../../../support/alembic.ts';
import { lockWords, testMajor, traceOf, upgradeThrough, word } from './run.ts';

const base = `CREATE TABLE t (id int PRIMARY KEY, c text); INSERT INTO t SELECT g, 'x' FROM generate_series(1, 100) g;
CREATE INDEX ix ON t (c);
CREATE TABLE p (id int NOT NULL) PARTITION BY RANGE (id); CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);`;

const block = (sql: string): string =>
  `with op.get_context().autocommit_block():\n    op.execute(${JSON.stringify(sql)})`;

const drivers =
  testPython === 'oldest' ? ['psycopg2', 'asyncpg'] : ['psycopg2', 'psycopg', 'psycopg_async', 'asyncpg'];

test.each(drivers)('%s: what may run in a transaction is given one, and seen inside', async (driver) => {
  const { move } = await upgradeThrough([block('ALTER TABLE t ADD COLUMN d int')], { base, driver });
  const trace = traceOf(move, 'ADD COLUMN');
  expect(move.failure).toBeUndefined();
  expect(trace).toMatchObject({ autocommit: true, seen: 'inside', unseen: [] });
  expect(lockWords(trace.locks)).toEqual(['t: ACCESS EXCLUSIVE']);
});

const concurrently: readonly (readonly [string, string, readonly string[], readonly string[]])[] = [
  ['CREATE INDEX CONCURRENTLY', 'CREATE INDEX CONCURRENTLY iy ON t (c)', ['t: SHARE UPDATE EXCLUSIVE'], []],
  [
    'DROP INDEX CONCURRENTLY',
    'DROP INDEX CONCURRENTLY ix',
    ['ix of t: SHARE UPDATE EXCLUSIVE', 't: SHARE UPDATE EXCLUSIVE'],
    [],
  ],
  [
    'REINDEX INDEX CONCURRENTLY',
    'REINDEX INDEX CONCURRENTLY ix',
    ['ix of t (new): SHARE UPDATE EXCLUSIVE', 'ix of t: SHARE UPDATE EXCLUSIVE', 't: SHARE UPDATE EXCLUSIVE'],
    ['ix of t'],
  ],
  [
    'DETACH PARTITION CONCURRENTLY',
    'ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY',
    ['p1: ACCESS EXCLUSIVE', 'p: SHARE UPDATE EXCLUSIVE'],
    [],
  ],
  ['REINDEX TABLE', 'REINDEX TABLE t', ['t: SHARE'], ['ix of t', 't_pkey of t']],
  ['VACUUM', 'VACUUM t', ['t: SHARE UPDATE EXCLUSIVE'], []],
  ['VACUUM FULL', 'VACUUM FULL t', ['t: ACCESS EXCLUSIVE'], ['ix of t', 't', 't_pkey of t']],
  ['CLUSTER', 'CLUSTER t USING ix', ['t: ACCESS EXCLUSIVE'], ['ix of t', 't', 't_pkey of t']],
];

const everywhere = concurrently.flatMap((one) => drivers.map((driver) => [driver, ...one] as const));

test.each(everywhere)('%s: %s is seen outside', async (driver, _name, sql, locks, rewritten) => {
  const { move } = await upgradeThrough([block(sql)], { base, driver });
  expect(move.failure).toBeUndefined();
  const trace = traceOf(move, sql);
  expect(trace).toMatchObject({ autocommit: true, seen: 'outside' });
  expect(trace.unseen).toEqual(testMajor >= 15 ? [] : ['scanned', 'written']);
  expect(lockWords(trace.locks)).toEqual(locks);
  expect(trace.rewritten.map(word).sort()).toEqual(rewritten);
});
