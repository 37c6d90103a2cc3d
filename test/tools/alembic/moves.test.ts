/** One move at a time: how it is made, how it fails, and what is left of it. */
import { expect, test } from 'vitest';
import type { Move } from '../../../src/model/observation.ts';
import type { SetupError } from '../../../src/model/setup-error.ts';
import { envPy, openAlembic, revisionPy, testPython, writeProject } from '../../support/alembic.ts';
import { id } from '../../support/graph.ts';
import { testDatabase } from '../../support/postgres.ts';

const create = 'op.create_table("t", sa.Column("id", sa.Integer, primary_key=True))';

/** The upgrade of a history of one revision, on a new database. */
async function upgrade(
  body: string,
  { files = {}, timeoutMs = 30_000 }: { files?: Record<string, string>; timeoutMs?: number } = {},
): Promise<Move> {
  const session = await openAlembic(
    await writeProject({ 'migrations/versions/a.py': revisionPy('a', null, body), ...files }),
  );
  return session.move('upgrade', id('a'), { database: (await testDatabase()).address, timeoutMs });
}

test.each<[string, string, Partial<NonNullable<Move['failure']>>, number | undefined]>([
  [
    'a statement that the server refuses',
    'op.execute("SELECT 1")\nop.execute("SELECT nope FROM nothing")',
    { reason: 'sql', error: 'UndefinedTable', sqlstate: '42P01', sql: 'SELECT nope FROM nothing' },
    11,
  ],
  [
    'a unique key, with its detail',
    `${create}\nop.execute("INSERT INTO t VALUES (1)")\nop.execute("INSERT INTO t VALUES (1)")`,
    { reason: 'sql', error: 'UniqueViolation', sqlstate: '23505', detail: 'Key (id)=(1) already exists.' },
    12,
  ],
  ['an exception of Python', 'raise KeyError("x")', { reason: 'python', error: 'KeyError' }, 10],
  ['sys.exit', 'import sys\nsys.exit(3)', { reason: 'exited', error: 'SystemExit' }, 11],
  [
    'os._exit',
    'import os\nos._exit(3)',
    {
      reason: 'exited',
      error: 'Exited',
      message: 'the migration ended the Python process: it exited with 3',
    },
    undefined,
  ],
  [
    'a signal',
    'import os, signal\nos.kill(os.getpid(), signal.SIGKILL)',
    { reason: 'exited', message: 'the migration ended the Python process: it was ended by SIGKILL' },
    undefined,
  ],
  [
    'its own backend ended',
    'op.execute("SELECT pg_terminate_backend(pg_backend_pid())")',
    { reason: 'disconnected' },
    10,
  ],
  [
    'its connection closed',
    `${create}\nop.get_bind().connection.dbapi_connection.close()\nop.execute("SELECT 1")`,
    { reason: 'disconnected' },
    12,
  ],
  [
    'an argument that the operation does not know',
    'op.create_table("t", nonsense=True)',
    { reason: 'python' },
    10,
  ],
])('%s', async (_, body, expected, line) => {
  const { failure, statements } = await upgrade(body);
  expect(failure).toMatchObject(expected);
  expect(failure?.place?.line).toBe(line);
  for (const { place } of statements) expect(place?.file).toBe('migrations/versions/a.py');
});

test('a move that hangs is cut off, with the statement that it hung in', async () => {
  const { failure } = await upgrade('op.execute("SELECT pg_sleep(60)")', { timeoutMs: 4000 });
  expect(failure).toMatchObject({ reason: 'timed-out', sql: 'SELECT pg_sleep(60)', place: { line: 10 } });
});

test('after a move that killed the process the next one is made by a new one', async () => {
  const session = await openAlembic(
    await writeProject({
      'migrations/versions/a.py': revisionPy(
        'a',
        null,
        'import os\nif not op.get_bind().exec_driver_sql("SELECT to_regclass(\'marker\')").scalar():\n    os._exit(1)',
      ),
    }),
  );
  const database = await testDatabase();
  const run = { database: database.address, timeoutMs: 30_000 };
  expect((await session.move('upgrade', id('a'), run)).failure?.reason).toBe('exited');
  await database.query('CREATE TABLE marker ()');
  expect((await session.move('upgrade', id('a'), run)).failure).toBeUndefined();
});

test('what is printed is kept, whoever prints it, and a flood is cut in the middle', async () => {
  const { output, failure } = await upgrade(
    'import os, subprocess, sys, warnings, logging\nprint("one")\nos.write(2, b"two\\n")\nsubprocess.run(["sh", "-c", "echo three"])\nwarnings.warn("four")\nlogging.getLogger("x").error("five")\nprint("x" * 5_000_000)\nprint("last")',
  );
  expect(failure).toBeUndefined();
  for (const word of ['one', 'two', 'three', 'four', 'five', 'last']) expect(output.text).toContain(word);
  expect(output.text.length).toBeLessThan(70_000);
  expect(output.omitted).toBeGreaterThan(4_900_000);
});

test('what a killed move had printed is kept', async () => {
  const { output } = await upgrade('import os\nprint("before the end", flush=True)\nos._exit(1)');
  expect(output.text).toBe('before the end\n');
});

test('every statement knows its line: helpers, loops, sessions, batches', async () => {
  const { statements, failure } = await upgrade(
    `import helper\nfor name in ("t", "u"):\n    op.create_table(name, sa.Column("id", sa.Integer))\nhelper.insert(op.get_bind())\nfrom sqlalchemy.orm import Session\nSession(op.get_bind()).execute(sa.text("SELECT 2"))\nwith op.batch_alter_table("t") as batch:\n    batch.add_column(sa.Column("c", sa.Integer))\nop.bulk_insert(sa.table("u", sa.column("id")), [{"id": 1}, {"id": 2}])`,
    {
      files: {
        'alembic.ini': '[alembic]\nscript_location = migrations\nprepend_sys_path = .\n',
        'helper.py':
          'import sqlalchemy as sa\n\ndef insert(connection):\n    connection.execute(sa.text("INSERT INTO t VALUES (1)"))\n',
      },
    },
  );
  expect(failure).toBeUndefined();
  const seen = statements.map(
    ({ sql, place }) => `${place?.line} ${sql.trim().split(/\s+/).slice(0, 3).join(' ')}`,
  );
  expect(seen).toEqual([
    '12 CREATE TABLE t',
    '12 CREATE TABLE u',
    '13 INSERT INTO t',
    '15 SELECT 2',
    '16 ALTER TABLE t',
    '18 INSERT INTO u',
  ]);
});

const ownTransaction = envPy()
  .replace('    context.configure', '    outer = connection.begin()\n    context.configure')
  .replace(/\n$/, '\n    outer.commit()\n');

test.each<[string, string, string[]]>([
  ['an ordinary env.py', envPy(), []],
  ['a transaction of its own', ownTransaction, ['own-transaction']],
  [
    'a statement before the migrations',
    envPy().replace(
      '    with context.begin',
      '    connection.execute(text("SET LOCAL lock_timeout = 5000"))\n    with context.begin',
    ),
    // SQLAlchemy 1.4 begins no transaction by itself.
    testPython === 'oldest' ? [] : ['begun-before'],
  ],
  [
    'two runs',
    envPy().replace(
      '        context.run_migrations()',
      '        context.run_migrations()\n        context.run_migrations()',
    ),
    ['several-runs'],
  ],
])('%s: each move is committed, and the way it is made is remarked upon', async (_, env, kinds) => {
  const session = await openAlembic(
    await writeProject({
      'migrations/env.py': env,
      'migrations/versions/a.py': revisionPy('a', null, create, 'op.drop_table("t")'),
      'migrations/versions/b.py': revisionPy(
        'b',
        'a',
        'op.add_column("t", sa.Column("c", sa.Integer))',
        'op.drop_column("t", "c")',
      ),
    }),
  );
  const database = await testDatabase();
  const there = async (): Promise<string> =>
    (
      await database.query<{ columns: string | null }>(
        "SELECT string_agg(attname, ' ' ORDER BY attnum) AS columns FROM pg_attribute WHERE attrelid = to_regclass('t') AND attnum > 0 AND NOT attisdropped",
      )
    )[0]?.columns ?? '';
  const seen: string[] = [];
  for (const [direction, revision] of [
    ['upgrade', 'a'],
    ['upgrade', 'b'],
    ['downgrade', 'b'],
    ['upgrade', 'b'],
    ['downgrade', 'b'],
    ['downgrade', 'a'],
  ] as const) {
    const { failure, statements } = await session.move(direction, id(revision), {
      database: database.address,
      timeoutMs: 30_000,
    });
    expect(failure).toBeUndefined();
    expect(statements).toHaveLength(1);
    seen.push(await there());
  }
  expect(seen).toEqual(['id', 'id c', 'id', 'id c', 'id', '']);
  expect(session.remarks.map(({ kind }) => kind)).toEqual(kinds);
});

test.each<[string, string, RegExp, RegExp]>([
  [
    'raises at import',
    'import nonsense_that_is_not_there\n',
    /migrations\/env\.py:1 fails: ModuleNotFoundError/,
    /requirements of the project, or name another one with --python/,
  ],
  [
    'imports a module that lies in the directory of the project',
    'import shop\n',
    /migrations\/env\.py:1 fails: ModuleNotFoundError: No module named 'shop'/,
    /^shop is in the directory of the project, .* --env PYTHONPATH=\.$/,
  ],
  [
    'wants a variable',
    'import os\nurl = os.environ["SECRET_URL"]\n',
    /migrations\/env\.py:2 fails: KeyError: 'SECRET_URL'/,
    /any value will do/,
  ],
  ['does nothing', 'pass\n', /ends without running migrations/, /context\.run_migrations/],
  ['has a syntax error', 'def broken(:\n', /migrations\/env\.py:1 fails: SyntaxError/, /python -m alembic/],
])('an env.py that %s is one clear error', async (_, env, message, hint) => {
  const session = await openAlembic(
    await writeProject({
      'migrations/env.py': env,
      'migrations/versions/a.py': revisionPy('a', null, 'pass'),
      'shop/__init__.py': '',
    }),
  );
  const { address } = await testDatabase();
  const move = session.move('upgrade', id('a'), { database: address, timeoutMs: 30_000 });
  const error = (await move.catch((thrown: unknown) => thrown)) as SetupError;
  expect(error).toMatchObject({
    name: 'SetupError',
    code: 'env-failed',
    message: expect.stringMatching(message),
    hint: expect.stringMatching(hint),
  });
  const [, line] = /env\.py:(\d+)/.exec(error.message) ?? [];
  expect(error.place).toEqual({
    file: 'migrations/env.py',
    ...(line === undefined ? {} : { line: Number(line) }),
  });
});
