/** Which line sent a statement, how PostgreSQL got it, and what went past it. */
import { expect, test } from 'vitest';
import { envPy, testPython } from '../../../support/alembic.ts';
import { lockWords, sqlOf, traceOf, upgradeThrough } from './run.ts';

test('the function, and the lines of the project that led to it', async () => {
  const { move } = await upgradeThrough(
    [
      'import helper\ndef inner():\n    op.execute("SELECT 1")\ndef outer():\n    helper.twice(inner)\nouter()\nop.execute("SELECT 2")',
    ],
    {
      files: {
        'alembic.ini': '[alembic]\nscript_location = migrations\nprepend_sys_path = .\n',
        'helper.py': 'def twice(function):\n    function()\n',
      },
    },
  );
  const file = 'migrations/versions/r0.py';
  expect(move.statements).toMatchObject([
    {
      place: { file, line: 12 },
      function: 'inner',
      calledFrom: [
        { file, line: 15 },
        { file, line: 14 },
        { file: 'helper.py', line: 2 },
      ],
    },
    { place: { file, line: 16 }, function: 'upgrade' },
  ]);
  expect(move.statements[1]).not.toHaveProperty('calledFrom');
});

test('percent signs as the server gets them', async () => {
  const { move } = await upgradeThrough([
    'op.execute("SELECT \'a%b\' LIKE \'a%%\'")\nop.get_bind().exec_driver_sql("SELECT 5 %% 3")\nop.get_bind().execution_options(no_parameters=True).exec_driver_sql("SELECT 5 % 3")',
  ]);
  expect(move.failure).toBeUndefined();
  expect(sqlOf(move)).toEqual(["SELECT 'a%b' LIKE 'a%%'", 'SELECT 5 % 3', 'SELECT 5 % 3']);
});

test('parameters are bounded, many sets are counted', async () => {
  const { move } = await upgradeThrough([
    'c = op.get_bind()\nc.execute(sa.text("SELECT :x"), {"x": "y" * 1000})\nc.exec_driver_sql("CREATE TEMP TABLE many (a int)")\nc.exec_driver_sql("INSERT INTO many VALUES (%s)", [(1,), (2,), (3,)])',
  ]);
  expect(move.failure).toBeUndefined();
  const [first, , last] = move.statements;
  expect(first?.parameters?.[0]?.length).toBeLessThan(210);
  expect(last).toMatchObject({ sql: 'INSERT INTO many VALUES ($1)', parameters: ['1'], sets: 3 });
});

test('an ORM session, a batch', async () => {
  const { move } = await upgradeThrough(
    [
      'from sqlalchemy.orm import Session\nsession = Session(op.get_bind())\nsession.execute(sa.text("UPDATE t SET c = 1"))\nsession.flush()\nwith op.batch_alter_table("t") as batch:\n    batch.add_column(sa.Column("d", sa.Integer))\n    batch.alter_column("c", type_=sa.BigInteger)',
    ],
    { base: 'CREATE TABLE t (c int); INSERT INTO t VALUES (0)' },
  );
  expect(move.failure).toBeUndefined();
  expect(traceOf(move, 'UPDATE').written).toMatchObject([{ updated: 1 }]);
  expect(lockWords(traceOf(move, 'ADD COLUMN').locks)).toEqual(['t: ACCESS EXCLUSIVE']);
  expect(traceOf(move, 'TYPE BIGINT').rewritten).toMatchObject([{ name: 't' }]);
});

test('a raw cursor is remarked upon, and its locks are nobody else’s', async () => {
  const { move, session } = await upgradeThrough(
    [
      'op.execute("SELECT 1")\ncursor = op.get_bind().connection.cursor()\ncursor.execute("ALTER TABLE t RENAME TO u")\ncursor.execute("INSERT INTO u VALUES (1)")\nop.execute("ALTER TABLE u ADD COLUMN d int")\ncursor.execute("LOCK TABLE v IN SHARE MODE")\nop.execute("SELECT 2")',
    ],
    { base: 'CREATE TABLE t (c int); CREATE TABLE v ()' },
  );
  expect(move.failure).toBeUndefined();
  expect(session.remarks).toMatchObject([
    { kind: 'raw-cursor', place: { file: 'migrations/versions/r0.py', line: 11 } },
  ]);
  expect(traceOf(move, 'ADD COLUMN')).toMatchObject({ locks: [], written: [], rewritten: [] });
  expect(traceOf(move, 'SELECT 2').locks).toEqual([]);
});

test('a second engine has a transaction of its own', async () => {
  const { move } = await upgradeThrough(
    [
      'op.execute("SELECT 1")\nengine = sa.create_engine("postgresql+psycopg2://x@localhost/y", poolclass=sa.pool.NullPool)\nwith engine.begin() as other:\n    other.execute(sa.text("LOCK TABLE t"))\nop.execute("SELECT 2")',
    ],
    { base: 'CREATE TABLE t (c int)' },
  );
  expect(move.failure).toBeUndefined();
  expect(move.statements.map(({ trace }) => trace?.transaction)).toEqual([1, 2, 1]);
  expect(lockWords(traceOf(move, 'LOCK').locks)).toEqual(['t: ACCESS EXCLUSIVE']);
});

const settingEnv = (statement: string): string =>
  envPy().replace(
    '    with context.begin',
    `    connection.execute(text("${statement}"))\n    with context.begin`,
  );

test('timeouts that env.py sets are in force, and are nothing that the revision left', async () => {
  const { move } = await upgradeThrough(
    ['op.execute("SELECT 1")\nop.execute("SET LOCAL lock_timeout = \'9s\'")\nop.execute("SELECT 2")'],
    { files: { 'migrations/env.py': settingEnv("SET LOCAL lock_timeout = '3s'") } },
  );
  expect(move.failure).toBeUndefined();
  // SQLAlchemy 1.4 commits what comes before the migrations by itself.
  const before = testPython === 'oldest' ? 0 : 3000;
  expect(move.statements.map(({ trace }) => trace?.lockTimeoutMs)).toEqual([before, before, 9000]);
  expect(move.left).toBeUndefined();
});

test('nobody looks when nobody asks', async () => {
  const { move } = await upgradeThrough(['op.execute("SELECT 1")'], {
    env: { ...process.env, MIGRATE_CHECK_TRACE: 'off' },
  });
  expect(move.statements).toHaveLength(1);
  expect(move.statements[0]).not.toHaveProperty('trace');
});

test('the password of the server is no parameter of a report', async () => {
  const { move, database } = await upgradeThrough([
    'import os\nop.get_bind().execute(sa.text("SELECT :secret"), {"secret": os.environ["PGPASSWORD"]})',
  ]);
  expect(move.failure).toBeUndefined();
  expect(move.statements[0]?.parameters).toEqual(["'***'"]);
  expect(JSON.stringify(move)).not.toContain(database.address.password());
});
