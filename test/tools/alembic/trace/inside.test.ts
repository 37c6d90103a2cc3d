/** What the server did for a statement, seen from inside its transaction right after it. */
import { describe, expect, test } from 'vitest';
import type { Trace } from '../../../../src/model/trace.ts';
import { testPython } from '../../../support/alembic.ts';
import { lockWords, traceOf, upgradeThrough, word } from './run.ts';

const drivers =
  testPython === 'oldest' ? ['psycopg2', 'asyncpg'] : ['psycopg2', 'psycopg', 'psycopg_async', 'asyncpg'];

const base = `CREATE SCHEMA other;
CREATE TABLE t (id int PRIMARY KEY, c text, n int);
CREATE INDEX ix ON t (c);
INSERT INTO t SELECT g, 'x', g FROM generate_series(1, 100) g;
CREATE TABLE child (id int, t_id int);
INSERT INTO child SELECT g, g FROM generate_series(1, 10) g;`;

const execute = (...sql: readonly string[]): string =>
  sql.map((one) => `op.execute(${JSON.stringify(one)})`).join('\n');

const scans = ({ scanned }: Trace): readonly string[] =>
  scanned.map(({ relation, scans: count, tuples }) => `${word(relation)}: ${count}, ${tuples}`).sort();

describe.each(drivers)('%s', (driver) => {
  const upgrade = async (body: string, more = {}) =>
    (await upgradeThrough([body], { driver, base, ...more })).move;

  test('a rewrite: the table, its indexes, and what it read for that', async () => {
    const trace = traceOf(await upgrade('op.alter_column("t", "id", type_=sa.BigInteger)'), 'ALTER');
    expect(trace).toMatchObject({
      transaction: 1,
      autocommit: false,
      seen: 'inside',
      unseen: [],
      released: [],
    });
    expect(trace.rewritten.map(word).sort()).toEqual(['ix of t', 't', 't_pkey of t']);
    expect(lockWords(trace.locks)).toContain('t: ACCESS EXCLUSIVE');
    expect(trace.scanned[0]?.tuples).toBeGreaterThanOrEqual(100);
  });

  test('a varchar that becomes wider is not rewritten, nor read', async () => {
    const move = await upgrade(
      execute('ALTER TABLE t ADD COLUMN v varchar(10)', 'ALTER TABLE t ALTER COLUMN v TYPE varchar(20)'),
    );
    expect(traceOf(move, 'varchar(20)')).toMatchObject({
      rewritten: [],
      scanned: [],
      written: [],
      locks: [],
    });
  });

  test('a foreign key locks both tables, and reads both', async () => {
    const move = await upgrade('op.create_foreign_key("fk", "child", "t", ["t_id"], ["id"])');
    const trace = traceOf(move, 'FOREIGN KEY');
    expect(lockWords(trace.locks).filter((one) => !one.includes(' of '))).toEqual(
      expect.arrayContaining(['child: SHARE ROW EXCLUSIVE', 't: SHARE ROW EXCLUSIVE']),
    );
    expect(scans(trace).map((one) => one.split(':')[0])).toContain('child');
  });

  test('a name is the one from before: DROP, RENAME, SET SCHEMA, also of the indexes', async () => {
    const move = await upgrade(
      execute(
        'ALTER TABLE child RENAME TO kid',
        'ALTER TABLE t SET SCHEMA other',
        'DROP INDEX other.ix',
        'DROP TABLE other.t',
      ),
    );
    expect(lockWords(traceOf(move, 'RENAME').locks)).toEqual(['child: ACCESS EXCLUSIVE']);
    expect(lockWords(traceOf(move, 'SET SCHEMA').locks)).toEqual(['t: ACCESS EXCLUSIVE']);
    expect(lockWords(traceOf(move, 'DROP INDEX').locks)).toEqual(['other.ix of t: ACCESS EXCLUSIVE']);
    expect(lockWords(traceOf(move, 'DROP TABLE').locks)).toEqual(['other.t_pkey of t: ACCESS EXCLUSIVE']);
  });

  test('what the transaction itself has made did not exist', async () => {
    const move = await upgrade(
      `op.create_table("fresh", sa.Column("id", sa.Integer, primary_key=True))\n${execute('ALTER TABLE fresh ADD COLUMN c int', 'CREATE INDEX iz ON fresh (c)')}`,
    );
    expect(lockWords(traceOf(move, 'CREATE INDEX').locks)).toContain('iz of fresh (new): ACCESS EXCLUSIVE');
    expect(lockWords(traceOf(move, 'CREATE TABLE').locks)).toContain('fresh (new): ACCESS EXCLUSIVE');
    expect(traceOf(move, 'ADD COLUMN').locks).toEqual([]);
  });

  test('what an earlier revision has made did exist, and is counted from zero', async () => {
    const { move } = await upgradeThrough(
      [
        `op.create_table("fresh", sa.Column("id", sa.Integer))\n${execute('INSERT INTO fresh VALUES (1), (2)', 'UPDATE fresh SET id = id + 1')}`,
        execute('SELECT 1', 'DELETE FROM fresh WHERE id = 2'),
      ],
      { driver },
    );
    const trace = traceOf(move, 'DELETE');
    expect(lockWords(trace.locks)).toEqual(['fresh: ROW EXCLUSIVE']);
    expect(trace.written).toMatchObject([{ inserted: 0, updated: 0, deleted: 1 }]);
    expect(scans(trace)).toEqual(['fresh: 1, 2']);
  });

  test('nor does a statement count what an earlier revision has done because another one came before it', async () => {
    const { move } = await upgradeThrough(
      [
        execute('CREATE TABLE made (id int PRIMARY KEY)', 'INSERT INTO made VALUES (1)'),
        execute('CREATE SEQUENCE numbers', 'ALTER TABLE made ADD COLUMN number int'),
      ],
      { driver },
    );
    expect(traceOf(move, 'ADD COLUMN')).toMatchObject({ scanned: [], written: [] });
  });

  test('rows that are written, one by one and many at a time', async () => {
    const move = await upgrade(
      'op.bulk_insert(sa.table("child", sa.column("id"), sa.column("t_id")), [{"id": 20, "t_id": 1}, {"id": 21, "t_id": 2}])\n' +
        'for n in (1, 2):\n    op.get_bind().execute(sa.text("UPDATE t SET c = :c WHERE id <= :n"), {"c": "50%", "n": n})',
    );
    const written = move.statements.map(({ trace }) =>
      trace?.written.map((one) => ({ ...one, relation: one.relation.name })),
    );
    expect(written).toEqual([
      [{ relation: 'child', inserted: 2, updated: 0, deleted: 0 }],
      [{ relation: 't', inserted: 0, updated: 1, deleted: 0 }],
      [{ relation: 't', inserted: 0, updated: 2, deleted: 0 }],
    ]);
    expect(move.statements[1]?.sql).toMatch(/^UPDATE t SET c = \$1(::\w+)? WHERE id <= \$2(::\w+)?$/);
    expect(move.statements[2]?.parameters).toEqual(["'50%'", '2']);
  });

  test('ROLLBACK TO SAVEPOINT gives locks back and rewrites nothing', async () => {
    const move = await upgrade(
      `${execute('SELECT 1')}\ntry:\n    with op.get_bind().begin_nested():\n        op.execute("ALTER TABLE t ALTER COLUMN n TYPE bigint")\n        op.execute("SELECT 1 / 0")\nexcept sa.exc.DBAPIError:\n    pass\n${execute('ALTER TABLE t ADD COLUMN z int')}`,
    );
    expect(move.failure).toBeUndefined();
    const back = traceOf(move, 'ROLLBACK TO');
    expect(back).toMatchObject({ locks: [], rewritten: [] });
    const after = traceOf(move, 'ADD COLUMN');
    expect(lockWords(after.locks)).toEqual(['t: ACCESS EXCLUSIVE']);
    expect(after.rewritten).toEqual([]);
    expect(move.statements.find(({ sql }) => sql.includes('1 / 0'))?.trace).toBeUndefined();
  });

  test('timeouts in force are those from before the statement', async () => {
    const move = await upgrade(
      execute("SET LOCAL lock_timeout = '5s'", 'SELECT 2', "SET LOCAL lock_timeout = '1min'", 'SELECT 3'),
    );
    const limits = move.statements.map(({ trace }) => trace?.lockTimeoutMs);
    expect(limits).toEqual([0, 5000, 5000, 60_000]);
    expect(move.left).toBeUndefined();
  });

  test('settings that are left behind', async () => {
    const { move, session, database } = await upgradeThrough(
      [execute("SET lock_timeout = '5s'", 'SET search_path TO other, public', 'SET LOCAL work_mem = 4097')],
      { driver },
    );
    expect(move.failure).toBeUndefined();
    expect(move.left).toEqual([
      { name: 'lock_timeout', before: '0', after: '5s' },
      { name: 'search_path', before: '"$user", public', after: 'other, public' },
    ]);
    expect(session.remarks).toEqual([]);
    expect(database.address.database).toMatch(/^migrate_check_/);
  });

  test('a transaction that has to begin with SET TRANSACTION', async () => {
    const { move } = await upgradeThrough(
      [
        'pass',
        execute(
          'SET TRANSACTION ISOLATION LEVEL SERIALIZABLE',
          'SET TRANSACTION READ WRITE',
          'ALTER TABLE t ADD COLUMN z int',
        ),
      ],
      { driver, base },
    );
    expect(move.failure).toBeUndefined();
    expect(lockWords(traceOf(move, 'ADD COLUMN').locks)).toEqual(['t: ACCESS EXCLUSIVE']);
  });

  test('a role without rights, strings that mean something else, prepared statements that are gone', async () => {
    const move = await upgrade(
      execute(
        'CREATE ROLE weak',
        'GRANT ALL ON t TO weak',
        'SET LOCAL ROLE weak',
        'SET LOCAL standard_conforming_strings = off',
        'SET LOCAL search_path TO nowhere',
        'DEALLOCATE ALL',
        'UPDATE public.t SET n = 1 WHERE id = 1',
        'RESET ROLE',
        'SET LOCAL search_path TO public',
        'REVOKE ALL ON public.t FROM weak',
        'DROP ROLE weak',
      ),
    );
    expect(move.failure).toBeUndefined();
    expect(move.statements.filter(({ trace }) => !trace)).toEqual([]);
    expect(traceOf(move, 'UPDATE').written).toMatchObject([{ relation: { name: 't' }, updated: 1 }]);
  });

  test('a statement that fails has no trace, and the move says why', async () => {
    const move = await upgrade(execute('SELECT 1', 'SELECT nope'));
    expect(move.failure).toMatchObject({ reason: 'sql', sqlstate: '42703' });
    expect(move.statements.map(({ trace }) => trace !== undefined)).toEqual([true, false]);
  });
});
