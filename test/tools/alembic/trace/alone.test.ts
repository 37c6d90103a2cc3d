/** Statements that commit by themselves: given a transaction where they may have one, seen from outside where not. */
import { expect, test } from 'vitest';
import type { Database } from '../../../../src/database/provider.ts';
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

const held = (database: Database): Promise<readonly { query: string }[]> =>
  database.query(
    "SELECT query FROM pg_stat_activity WHERE application_name = 'migrate-check' AND state LIKE 'idle in%' AND datname = current_database()",
  );

test('a move that is cut off while we make it wait leaves nobody waiting', async () => {
  const other = 'CREATE TABLE busy (c int)';
  const { move, database } = await upgradeThrough(
    [
      `import sqlalchemy\nengine = sqlalchemy.create_engine("postgresql+psycopg2://x@localhost/y", poolclass=sqlalchemy.pool.NullPool)\nblocker = engine.connect()\nblocker.begin()\nblocker.execute(sa.text("INSERT INTO busy VALUES (1)"))\n${block('CREATE INDEX CONCURRENTLY iz ON busy (c)')}`,
    ],
    { base: other, timeoutMs: 5000 },
  );
  expect(move.failure).toMatchObject({
    reason: 'timed-out',
    sql: 'CREATE INDEX CONCURRENTLY iz ON busy (c)',
  });
  expect(await held(database)).toEqual([]);
});

test('statements that fail while they are looked at: the error is theirs, and nothing is left', async () => {
  for (const [sql, sqlstate] of [
    ['CREATE UNIQUE INDEX CONCURRENTLY iu ON t (c)', '23505'],
    ['ALTER TABLE t ADD COLUMN id int', '42701'],
    ['INSERT INTO late VALUES (1)', '23503'],
  ] as const) {
    const { move, database } = await upgradeThrough([block(sql)], {
      base: `${base} CREATE TABLE late (id int REFERENCES t (id) DEFERRABLE INITIALLY DEFERRED); DELETE FROM t WHERE id = 1;`,
    });
    expect(move.failure).toMatchObject({ reason: 'sql', sqlstate, sql });
    expect(move.statements.at(-1)).not.toHaveProperty('trace');
    expect(await held(database)).toEqual([]);
  }
});

test('after a statement that failed, the next one is seen as ever', async () => {
  const { move } = await upgradeThrough(
    [
      `with op.get_context().autocommit_block():\n    try:\n        op.execute("CREATE UNIQUE INDEX CONCURRENTLY iu ON t (c)")\n    except sa.exc.IntegrityError:\n        op.execute("DROP INDEX iu")\n    op.execute("SET lock_timeout = '4s'")\n    op.execute("UPDATE t SET c = 'y' WHERE id = 1")`,
    ],
    { base },
  );
  expect(move.failure).toBeUndefined();
  expect(lockWords(traceOf(move, 'DROP INDEX').locks)).toEqual([
    'iu of t: ACCESS EXCLUSIVE',
    't: ACCESS EXCLUSIVE',
  ]);
  expect(traceOf(move, 'UPDATE')).toMatchObject({ lockTimeoutMs: 4000, autocommit: true, seen: 'inside' });
  expect(traceOf(move, 'UPDATE').written).toMatchObject([{ updated: 1 }]);
  expect(move.left).toEqual([{ name: 'lock_timeout', before: '0', after: '4s' }]);
  const numbers = move.statements.flatMap(({ trace }) => trace?.transaction ?? []);
  expect(new Set(numbers).size).toBe(numbers.length);
});

test('after COMMIT as a statement asyncpg is in no transaction, whatever its adapter believes', async () => {
  const { move } = await upgradeThrough(
    ['op.execute("COMMIT")\nop.execute("CREATE INDEX CONCURRENTLY iz ON t (c)")'],
    { base, driver: 'asyncpg' },
  );
  expect(lockWords(traceOf(move, 'CREATE INDEX').locks)).toEqual(['t: SHARE UPDATE EXCLUSIVE']);
});
