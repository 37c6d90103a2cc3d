/** Somebody is made to wait only as long as it takes to look, whatever becomes of him. */
import { expect, onTestFinished, test } from 'vitest';
import type { Database } from '../../src/database/provider.ts';
import { observeAlone } from '../../src/replay/alone.ts';
import type { ObservedAlone } from '../../src/tools/tool.ts';
import { testDatabase } from '../support/postgres.ts';

async function stand(): Promise<{ database: Database; command: Database; pid: number }> {
  const database = await testDatabase();
  onTestFinished(() => database.close());
  await database.query('CREATE TABLE t (c int); CREATE TABLE u (c int)');
  const command = database.beside();
  return { database, command, pid: await pidOf(command) };
}

async function pidOf(session: Database): Promise<number> {
  const [own] = await session.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return own?.pid ?? 0;
}

const begin = (
  database: Database,
  pid: number,
  sql: string,
  limits: { lockTimeoutMs?: number; statementTimeoutMs?: number } = {},
): Promise<ObservedAlone> =>
  observeAlone(database)({
    sql,
    pid,
    searchPath: 'public',
    lockTimeoutMs: 0,
    statementTimeoutMs: 0,
    ...limits,
  });

/** Modes of locks on t that others than these hold. */
async function heldByOthers(database: Database, ...pids: readonly number[]): Promise<readonly string[]> {
  const rows = await database.query<{ mode: string }>(
    "SELECT mode FROM pg_locks WHERE relation = 't'::regclass AND pid <> ALL ($1)",
    [pids],
  );
  return rows.map(({ mode }) => mode);
}

const build = 'CREATE INDEX CONCURRENTLY ix ON t (c)';

test('a build is seen holding its lock, and nothing is left', async () => {
  const { database, command, pid } = await stand();
  const observed = await begin(database, pid, build);
  expect(await heldByOthers(database, pid)).toEqual(['RowExclusiveLock']);
  await command.query(build);
  const seen = observed.way === 'outside' ? await observed.end() : undefined;
  expect(seen).toMatchObject({ complete: true, locks: [{ mode: 'SHARE UPDATE EXCLUSIVE' }] });
  expect(await heldByOthers(database, pid)).toEqual([]);
});

test('a command that never comes leaves nothing either', async () => {
  const { database, pid } = await stand();
  const observed = await begin(database, pid, build);
  const seen = observed.way === 'outside' ? await observed.end() : undefined;
  expect(seen).toEqual({ complete: false, locks: [] });
  expect(await heldByOthers(database, pid)).toEqual([]);
});

test('nobody is parked where the command would rather give up, or somebody else has the table', async () => {
  const { database, command, pid } = await stand();
  const hasty = await begin(database, pid, build, { lockTimeoutMs: 50 });
  expect(await heldByOthers(database, pid)).toEqual([]);
  await command.query('BEGIN; LOCK TABLE t');
  const late = await begin(database, pid, build, {});
  expect(await heldByOthers(database, pid)).toEqual([]);
  await command.query('ROLLBACK');
  for (const one of [hasty, late]) if (one.way === 'outside') expect((await one.end()).complete).toBe(false);
});

test('a command that waits for somebody else does not keep us', async () => {
  const { database, command, pid } = await stand();
  const other = database.beside();
  const otherPid = await pidOf(other);
  await other.query('BEGIN');
  await other.query('INSERT INTO t VALUES (1)');
  const observed = await begin(database, pid, build);
  expect(await heldByOthers(database, pid, otherPid)).toEqual(['RowExclusiveLock']);
  const building = command.query(build);
  await expect.poll(() => heldByOthers(database, pid, otherPid), { timeout: 60_000 }).toEqual([]);
  await other.query('ROLLBACK');
  await building;
  const seen = observed.way === 'outside' ? await observed.end() : undefined;
  expect(seen?.locks.map(({ mode }) => mode)).toContain('SHARE UPDATE EXCLUSIVE');
  expect(await heldByOthers(database, pid)).toEqual([]);
});

test('what may run in a transaction is not looked at from outside', async () => {
  const { database, pid } = await stand();
  expect(await begin(database, pid, 'ALTER TABLE t ADD COLUMN d int')).toEqual({ way: 'inside' });
});
