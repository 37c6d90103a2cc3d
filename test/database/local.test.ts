import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import type { DatabaseServer } from '../../src/database/provider.ts';
import { startDatabase } from '../../src/database/start.ts';
import { testServer } from '../support/postgres.ts';
import { eventually } from './support/eventually.ts';
import { runs, startUser, stillThere, tracesOf } from './support/kill.ts';
import { npmFromCache, npmIs, ownCache, ownDirectory } from './support/npm.ts';

const execute = promisify(execFile);
const { signal } = new AbortController();
const start = (cache: string): Promise<DatabaseServer> =>
  startDatabase({ progress: () => undefined, postgres: 17, cache }, 'local', signal);

beforeAll(() => testServer(17));

async function dataDirectory(server: DatabaseServer): Promise<string> {
  const database = await server.create();
  const rows = await database.query<{ path: string }>("SELECT current_setting('data_directory') AS path");
  return rows[0]?.path ?? '';
}

/** What `initdb` gives each cluster that it makes. */
async function identifierOf(server: DatabaseServer): Promise<string> {
  const database = await server.create();
  const rows = await database.query<{ id: string }>(
    'SELECT system_identifier::text AS id FROM pg_control_system()',
  );
  return rows[0]?.id ?? '';
}

describe('a cached data directory', () => {
  test('is what every later start begins with: initdb runs once for each cache', async () => {
    const [cache, other] = [await ownCache(), await ownCache()];
    const made = async (where: string): Promise<string> => {
      await using server = await start(where);
      return await identifierOf(server);
    };
    const first = await made(cache);
    expect(await made(cache)).toBe(first);
    expect(await made(other)).not.toBe(first);
  });

  test.each([
    ['cut short', (directory: string) => truncate(join(directory, 'data.tar'), 100_000)],
    ['no archive', (directory: string) => writeFile(join(directory, 'data.tar'), 'nothing')],
    ['of another password', (directory: string) => writeFile(join(directory, 'password'), 'another')],
  ])('that is %s is made anew', async (_, damage) => {
    const cache = await ownCache();
    await (await start(cache))[Symbol.asyncDispose]();
    const clusters = join(cache, 'clusters');
    const [name = ''] = await readdir(clusters);
    await damage(join(clusters, name));
    await using server = await start(cache);
    expect(await (await server.create()).query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(await readdir(clusters)).toEqual([name]);
  });

  test('is made by two first runs at the same time, and serves both', async () => {
    const cache = await ownCache();
    const servers = await Promise.all([start(cache), start(cache)]);
    for (const server of servers) expect(await dataDirectory(server)).toMatch(/migrate-check-/);
    for (const server of servers) await server[Symbol.asyncDispose]();
    expect(await readdir(join(cache, 'clusters'))).toHaveLength(1);
  });

  test('is closed to others: it holds the hash of a password', async () => {
    const cache = await ownCache();
    await (await start(cache))[Symbol.asyncDispose]();
    const [name = ''] = await readdir(join(cache, 'clusters'));
    const { stdout } = await execute('stat', ['-c', '%a', join(cache, 'clusters', name)]);
    expect(stdout.trim()).toBe('700');
  });
});

test.each(['starting PostgreSQL', 'initdb', 'bin/postgres -D'])(
  'who asks to stop at the stage "%s" is obeyed, and nothing is left',
  async (reached) => {
    const cache = await ownCache();
    const before = await tracesOf(process.pid);
    const asked = new AbortController();
    const stop = (): void => asked.abort(new Error('asked to stop'));
    const progress = (line: string): void => void (line.startsWith(reached) && stop());
    const starting = startDatabase({ progress, postgres: 17, cache }, 'local', asked.signal);
    const stopped = expect(starting).rejects.toThrow('asked to stop');
    while (!asked.signal.aborted) if (await runs(process, reached)) stop();
    const traces = await tracesOf(process.pid);
    await stopped;
    const added = {
      pids: traces.pids.filter((pid) => !before.pids.includes(pid)),
      directories: traces.directories.filter((directory) => !before.directories.includes(directory)),
    };
    expect(added.pids).not.toEqual([]);
    await eventually(() => stillThere(added), { pids: [], directories: [] });
  },
);

describe('a server', () => {
  test('whose processes were killed gives a clear error, and leaves nothing', async () => {
    const server = await start(await ownCache());
    const data = await dataDirectory(server);
    const database = await server.create();
    const lines = (await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n');
    const segment = lines[6]?.trim().split(/\s+/)[1] ?? '';
    expect((await execute('ipcs', ['-m'])).stdout).toContain(segment);
    const asleep = database.query('SELECT pg_sleep(600)');
    process.kill(Number(lines[0]), 'SIGKILL');

    const lost = {
      code: 'no-database',
      message: expect.stringMatching(/^The PostgreSQL on 127\.0\.0\.1:\d+ went away while it was in use: /),
    };
    await expect(asleep).rejects.toMatchObject(lost);
    await expect(database.query('SELECT 1')).rejects.toMatchObject(lost);
    await expect(server.create()).rejects.toMatchObject(lost);
    await server[Symbol.asyncDispose]();
    expect(existsSync(dirname(data))).toBe(false);
    expect((await execute('ipcs', ['-m'])).stdout).not.toContain(` ${segment} `);
  });

  test('is reached and run whatever the variables of PostgreSQL say', async () => {
    await npmIs('exit 7');
    const env = {
      LC_ALL: 'xx_XX',
      PGPORT: '1',
      PGDATA: '/nowhere',
      PGOPTIONS: '-c nonsense=1',
      PGSSLMODE: 'require',
    };
    const user = await startUser(
      { choice: 'local', end: 'dispose', request: { postgres: 17, cache: await ownCache() } },
      env,
    );
    await user.said('running migrate_check_');
  });

  test('runs for an ordinary user without a home that can be written', async () => {
    const temporary = await ownDirectory();
    const [uid, gid] = process.getuid?.() === 0 ? [65_534, 65_534] : [process.getuid?.(), process.getgid?.()];
    if (uid !== undefined && gid !== undefined) await chown(temporary, uid, gid);
    const env = { HOME: '/nonexistent', TMPDIR: temporary, PATH: await npmIs(await npmFromCache(17)) };
    const user = await startUser({ choice: 'local', end: 'dispose', request: { postgres: 17 } }, env, {
      uid,
      gid,
    });
    await user.said('running migrate_check_');
    expect(await readdir(temporary)).toEqual([`migrate-check-cache-${uid}`]);
  });

  test('that has no room for its data is a clear error, and leaves nothing', async () => {
    const small = 'ulimit -f 200; exec "$@"';
    const user = await startUser(
      { choice: 'local', end: 'dispose', request: { postgres: 17, cache: await ownCache() } },
      {},
      { through: ['sh', '-c', small, 'sh'] },
    );
    await user.said('SetupError: PostgreSQL does not start: ');
    expect(user.printed()).toContain("code: 'no-database'");
  });
});

test.runIf(process.getuid?.() === 0)('nobody but the server can read its directory', async () => {
  await using server = await start(await ownCache());
  const { stdout } = await execute('stat', ['-c', '%a %U', dirname(await dataDirectory(server))]);
  expect(stdout.trim()).toBe('700 nobody');
});
