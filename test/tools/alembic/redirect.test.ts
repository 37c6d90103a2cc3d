import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import type { Move } from '../../../src/model/observation.ts';
import { SetupError } from '../../../src/model/setup-error.ts';
import { envPy, openAlembic, revisionPy, writeProject } from '../../support/alembic.ts';
import { id } from '../../support/graph.ts';
import { testDatabase } from '../../support/postgres.ts';

/** Stands for the server that must see nothing: counts who knocks. */
async function otherServer(): Promise<{ port: number; visits: () => number }> {
  let visits = 0;
  const server: Server = createServer((socket) => {
    visits += 1;
    socket.destroy();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A TCP server has no port');
  return { port: address.port, visits: () => visits };
}

const asyncEnv = (engine: string): string => `import asyncio
from alembic import context
from sqlalchemy import pool
from sqlalchemy.ext.asyncio import create_async_engine

def run(connection):
    context.configure(connection=connection)
    with context.begin_transaction():
        context.run_migrations()

async def main():
    engine = ${engine}
    async with engine.connect() as connection:
        await connection.run_sync(run)
    await engine.dispose()

asyncio.run(main())
`;

const creator = (module: string, url: string): string =>
  envPy(url.replace(/\/\/.*/, '//'), 'pass').replace(
    'poolclass=pool.NullPool',
    `poolclass=pool.NullPool, creator=lambda: __import__("${module}").connect("${url.replace(/\+\w+/, '')}")`,
  );

test('the address that the tests use really is counted', async () => {
  const other = await otherServer();
  await fetch(`http://127.0.0.1:${other.port}`).catch(() => undefined);
  expect(other.visits()).toBe(1);
});

const ways: readonly [string, (port: number) => Record<string, string>][] = [
  [
    'a sync engine of psycopg2',
    (port) => ({ 'migrations/env.py': envPy(`postgresql+psycopg2://u:p@127.0.0.1:${port}/prod`) }),
  ],
  [
    'a URL with parameters',
    (port) => ({
      'migrations/env.py': envPy(`postgresql://u:p@/prod?host=127.0.0.1:${port}&sslmode=require`),
    }),
  ],
  [
    'the ini file',
    (port) => ({
      'alembic.ini': `[alembic]\nscript_location = migrations\nsqlalchemy.url = postgresql+psycopg2://u:p@127.0.0.1:${port}/prod\n`,
      'migrations/env.py': envPy().replace(
        /create_engine\(.*/,
        'create_engine(context.config.get_main_option("sqlalchemy.url"))',
      ),
    }),
  ],
  [
    'an async engine of asyncpg',
    (port) => ({
      'migrations/env.py': asyncEnv(
        `create_async_engine("postgresql+asyncpg://u:p@127.0.0.1:${port}/prod?ssl=require", poolclass=pool.NullPool)`,
      ),
    }),
  ],
  [
    'an engine with a creator',
    (port) => ({
      'migrations/env.py': creator('psycopg2', `postgresql+psycopg2://u:p@127.0.0.1:${port}/prod`),
    }),
  ],
  [
    'a second engine in the migration',
    (port) => ({
      'migrations/versions/a.py': revisionPy(
        'a',
        null,
        `engine = sa.create_engine("postgresql+psycopg2://u:p@127.0.0.1:${port}/prod")\nwith engine.connect() as other:\n    assert other.execute(sa.text("SELECT current_database()")).scalar().startswith("migrate_check_")\nengine.dispose()\nop.create_table("t", sa.Column("id", sa.Integer))`,
        'op.drop_table("t")',
      ),
    }),
  ],
  [
    'psycopg2 itself',
    (port) => ({
      'migrations/versions/a.py': raw(
        `import psycopg2\nother = psycopg2.connect("host=127.0.0.1 port=${port} dbname=prod", user="u")`,
      ),
    }),
  ],
  [
    'psycopg itself',
    (port) => ({
      'migrations/versions/a.py': raw(
        `import psycopg\nother = psycopg.connect("postgresql://u:p@127.0.0.1:${port}/prod", autocommit=True)`,
      ),
    }),
  ],
  [
    'asyncpg itself',
    (port) => ({
      'migrations/versions/a.py': raw(
        `import asyncio, asyncpg\nasync def ask():\n    other = await asyncpg.connect("postgresql://u:p@127.0.0.1:${port}/prod")\n    name = await other.fetchval("SELECT current_database()")\n    await other.close()\n    return name\nassert asyncio.run(ask()).startswith("migrate_check_")\nother = None`,
      ),
    }),
  ],
  [
    'the variables of libpq',
    (port) => ({
      'migrations/env.py': `import os\nos.environ.update(PGHOST="127.0.0.1", PGPORT="${port}", PGSERVICE="prod", PGSSLMODE="require")\n${envPy('postgresql+psycopg2://')}`,
    }),
  ],
];

/** Opens a connection past SQLAlchemy and asks where it is. */
function raw(open: string): string {
  const ask =
    'if other is not None:\n    cursor = other.cursor()\n    cursor.execute("SELECT current_database()")\n    assert cursor.fetchone()[0].startswith("migrate_check_")\n    other.close()';
  return revisionPy(
    'a',
    null,
    `${open}\n${ask}\nop.create_table("t", sa.Column("id", sa.Integer))`,
    'op.drop_table("t")',
  );
}

test.each(ways)(
  '%s is led to the disposable database, and the other server sees nobody',
  async (_, files) => {
    const other = await otherServer();
    const simple = revisionPy(
      'a',
      null,
      'op.create_table("t", sa.Column("id", sa.Integer))',
      'op.drop_table("t")',
    );
    const session = await openAlembic(
      await writeProject({ 'migrations/versions/a.py': simple, ...files(other.port) }),
    );
    const database = await testDatabase();
    const move = await session.move('upgrade', id('a'), { database: database.address, timeoutMs: 30_000 });
    expect(move.failure).toBeUndefined();
    const tables = await database.query<{ name: string }>(
      "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1",
    );
    expect(tables.map(({ name }) => name)).toEqual(['alembic_version', 't']);
    expect(other.visits()).toBe(0);
  },
);

test('what goes past SQLAlchemy is remarked upon, an engine with a creator is not', async () => {
  const past = await openAlembic(
    await writeProject({ 'migrations/versions/a.py': raw('import psycopg2\nother = psycopg2.connect("")') }),
  );
  const seen = await openAlembic(
    await writeProject({
      'migrations/env.py': creator('psycopg2', 'postgresql+psycopg2://u@127.0.0.1:1/prod'),
      'migrations/versions/a.py': revisionPy('a', null, 'op.execute("SELECT 1")'),
    }),
  );
  const before = await openAlembic(
    await writeProject({
      'migrations/env.py': `import psycopg2\npsycopg2.connect("").close()\n${envPy()}`,
      'migrations/versions/a.py': revisionPy('a', null, 'op.execute("SELECT 1")'),
    }),
  );
  const made: Move[] = [];
  for (const session of [past, seen, before]) {
    const { address } = await testDatabase();
    made.push(await session.move('upgrade', id('a'), { database: address, timeoutMs: 30_000 }));
  }
  expect(past.remarks.map(({ kind }) => kind)).toEqual(['raw-connection']);
  expect(past.remarks[0]?.text).toContain('psycopg2.connect');
  expect(seen.remarks).toEqual([]);
  expect(before.remarks.map(({ kind }) => kind)).toEqual(['raw-connection']);
  // What env.py does by itself is no part of a move.
  expect(made.map(({ unlisted }) => unlisted)).toEqual([{ ways: past.remarks }, undefined, undefined]);
});

test('another kind of database is refused', async () => {
  const session = await openAlembic(
    await writeProject({
      'migrations/env.py': envPy('sqlite://'),
      'migrations/versions/a.py': revisionPy('a', null, 'pass'),
    }),
  );
  const { address } = await testDatabase();
  const move = session.move('upgrade', id('a'), { database: address, timeoutMs: 30_000 });
  await expect(move).rejects.toThrow(SetupError);
  await expect(session.move('upgrade', id('a'), { database: address, timeoutMs: 30_000 })).rejects.toThrow(
    /only PostgreSQL can be led to the disposable database/,
  );
});

test('a program that a revision starts finds the disposable database too, and is remarked upon', async () => {
  const child =
    'import subprocess, sys\nask = "import psycopg2; c = psycopg2.connect(\'\'); c.autocommit = True; c.cursor().execute(\'CREATE TABLE child ()\')"\nsubprocess.run([sys.executable, "-c", ask], check=True)';
  const session = await openAlembic(
    await writeProject({ 'migrations/versions/a.py': revisionPy('a', null, child) }),
  );
  const database = await testDatabase();
  const { failure } = await session.move('upgrade', id('a'), {
    database: database.address,
    timeoutMs: 30_000,
  });
  expect(failure).toBeUndefined();
  expect(await database.query("SELECT to_regclass('child') IS NOT NULL AS there")).toEqual([{ there: true }]);
  expect(session.remarks.map(({ kind }) => kind)).toEqual(['child-process']);
});
