import { chmod, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { withDatabase } from '../../../src/database/address.ts';
import { scratchDirectory } from '../../../src/database/local/directories.ts';
import { ServerLog } from '../../../src/database/log/server-log.ts';
import type { Database, DatabaseServer, StatementLog } from '../../../src/database/provider.ts';
import { SessionDatabase } from '../../../src/database/session.ts';
import { testServer } from '../../support/postgres.ts';

let server: DatabaseServer;
let log: StatementLog;
beforeAll(async () => {
  server = await testServer();
  if ('why' in server.log) throw new Error(server.log.why);
  log = server.log;
});

/** A new database, and a session in it that is nobody of ours. */
async function stranger(name?: string): Promise<{ database: Database; session: Database }> {
  const database = await server.create();
  const session = new SessionDatabase(name ? withDatabase(database.address, name) : database.address);
  onTestFinished(() => session.close());
  await session.query('SELECT');
  await log.take(database);
  return { database, session };
}

const texts = async (from: StatementLog, database: Database): Promise<readonly string[]> =>
  (await from.take(database)).map(({ sql }) => sql.trim());

test('what a stranger sends, once, in its order, whether or not it goes well', async () => {
  const { database, session } = await stranger();
  await session.query('CREATE TABLE t (c text)');
  await session.query('INSERT INTO t VALUES ($1)', ['a secret']);
  await expect(session.query('SELECT nope FROM t')).rejects.toThrow('nope');
  expect(await texts(log, database)).toEqual([
    'CREATE TABLE t (c text)',
    'INSERT INTO t VALUES ($1)',
    'SELECT nope FROM t',
  ]);
  expect(await texts(log, database)).toEqual([]);
});

test('ours is not written down, nor what is sent to another database of ours', async () => {
  const { database, session } = await stranger();
  await database.query('CREATE TABLE t ()');
  await database.beside().query('CREATE TABLE u ()');
  const other = await stranger();
  await other.session.query('CREATE TABLE v ()');
  await session.query('CREATE TABLE w ()');
  expect(await texts(log, database)).toEqual(['CREATE TABLE w ()']);
});

test('what is sent to a database of somebody else’s is', async () => {
  const { database, session } = await stranger('template1');
  await session.query('SELECT 5');
  expect(await log.take(database)).toEqual([{ database: 'template1', sql: 'SELECT 5' }]);
});

test('a file that is written later, by a process of its own, is waited for', async () => {
  const { database, session } = await stranger();
  const directory = await mkdtemp(join(await scratchDirectory(), 'migrate-check-test-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  await chmod(directory, 0o755);
  const later = join(directory, 'later');
  const log = await logOf(database);
  await copyFor(log, later);
  const late = new ServerLog({ maintenance: withDatabase(database.address, 'postgres'), file: later });
  onTestFinished(() => late.close());
  await session.query('SELECT 8');
  const questions = async () => (await readFile(log, 'utf8')).split('pg_read_binary_file').length;
  const before = await questions();
  const taken = texts(late, database);
  await vi.waitUntil(async () => (await questions()) > before + 2);
  await copyFor(log, later);
  expect(await taken).toContain('SELECT 8');
});

test('a statement longer than one piece', async () => {
  const { database, session } = await stranger();
  const sql = `SELECT '${'x'.repeat(3_000_000)}' AS y`;
  await session.query(sql);
  await session.query('SELECT 6');
  expect(await texts(log, database)).toEqual([sql, 'SELECT 6']);
});

test('one window is bounded, and the next one is whole again', async () => {
  const { database, session } = await stranger();
  const sql = `SELECT length('${'x'.repeat(9_000_000)}') AS n`;
  for (let sent = 0; sent < 8; sent += 1) await session.query(sql);
  await expect(log.take(database)).rejects.toThrow('more than 64 MB');
  await session.query('SELECT 7');
  expect(await texts(log, database)).toEqual(['SELECT 7']);
});

test('a file that is not there', async () => {
  const { database } = await stranger();
  const none = new ServerLog({ maintenance: withDatabase(database.address, 'postgres'), file: 'no/such' });
  onTestFinished(() => none.close());
  await expect(none.take(database)).rejects.toThrow('could not open file "no/such"');
});

/** So that whoever runs the server can read it, all at once. */
async function copyFor(from: string, to: string): Promise<void> {
  await writeFile(`${to}.new`, await readFile(from), { mode: 0o644 });
  await rename(`${to}.new`, to);
}

/** The log of the server that this database is on. */
async function logOf({ address }: Database): Promise<string> {
  const scratch = await scratchDirectory();
  const homes = (await readdir(scratch)).filter((name) => /^migrate-check-[0-9a-f]{12}$/.test(name));
  for (const home of homes) {
    const file = join(scratch, home, 'log');
    if ((await readFile(file, 'utf8').catch(() => '')).includes(address.database)) return file;
  }
  throw new Error('no log');
}
