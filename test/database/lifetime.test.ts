import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { testServer } from '../support/postgres.ts';
import { containersOf, engine, engineRequired } from './support/engine.ts';
import { eventually } from './support/eventually.ts';
import { end, runs, startUser, stillThere, type Traces, type User, until } from './support/kill.ts';
import { npmIs, ownCache, ownDirectory } from './support/npm.ts';
import { slowEngine } from './support/slow-engine.ts';

const nothing: Traces = { pids: [], directories: [] };
const signals = ['SIGKILL', 'SIGTERM'] as const;

// The binaries are installed once; what is killed here is what comes after, unless the test says so.
beforeAll(() => testServer(17));

/** Shared memory of servers: that by number which no process uses any more, and that by name. */
async function sharedMemory(): Promise<readonly string[]> {
  const { stdout } = await promisify(execFile)('ipcs', ['-m']);
  const numbers = stdout.split('\n').flatMap((line) => /^0x\S+ +(\d+) .* 56 +0 *$/.exec(line)?.[1] ?? []);
  const names = await listed('/dev/shm');
  return [...numbers, ...names.filter((name) => name.startsWith('PostgreSQL.'))];
}

const listed = (directory: string): Promise<readonly string[]> => readdir(directory).catch(() => []);
const gone = (traces: Traces): Promise<void> => eventually(() => stillThere(traces), nothing);
const stage = (user: User, what: string, holds: () => Promise<boolean>): Promise<void> =>
  until(what, holds, user.child, user.printed);

describe.each(signals)('a local server, when its user is ended by %s', (signal) => {
  test('while the binaries are installed', async () => {
    const [cache, seen] = [await ownDirectory(), await ownDirectory()];
    const PATH = await npmIs(`echo $$ >'${seen}/pid'; exec sleep 600`);
    const user = await startUser({ choice: 'local', end: 'wait', request: { cache } }, { PATH });
    await stage(user, 'npm runs', async () => (await listed(seen)).includes('pid'));
    expect(await listed(join(cache, 'postgres'))).toEqual([expect.stringMatching(/^installing-/)]);

    const traces = await end(user, signal);

    expect(traces.pids).toContain(Number(await readFile(join(seen, 'pid'), 'utf8')));
    await gone(traces);
    expect(await listed(join(cache, 'postgres'))).toEqual([]);
  });

  test('while initdb runs', async () => {
    const cache = await ownCache();
    const before = await sharedMemory();
    const user = await startUser({ choice: 'local', end: 'wait', request: { cache, postgres: 17 } });
    await stage(user, 'initdb runs a server', () => runs(user, 'postgres --single'));

    const traces = await end(user, signal);

    expect(traces.directories).toHaveLength(1);
    await gone(traces);
    await eventually(async () => (await sharedMemory()).filter((one) => !before.includes(one)), []);
    expect(await listed(join(cache, 'clusters'))).toEqual([]);
  });

  test('while the server starts', async () => {
    const user = await startUser({ choice: 'local', end: 'wait', request: { postgres: 17 } });
    await stage(user, 'the server is there', () => runs(user, '/bin/postgres -D'));

    const traces = await end(user, signal);

    expect(traces.directories).toHaveLength(1);
    await gone(traces);
  });

  test('while a query is in flight', async () => {
    const user = await startUser({ choice: 'local', end: 'wait', request: { postgres: 17 } });
    await user.said('running');

    const traces = await end(user, signal);

    expect(traces.directories).toHaveLength(1);
    await gone(traces);
  });

  test('while it stops', async () => {
    const user = await startUser({ choice: 'local', end: 'dispose', request: { postgres: 17 } });
    await user.said('stopping');

    await gone(await end(user, signal));
  });
});

describe('a local server, when its user ends by itself', () => {
  test.each([
    { how: 'throw', code: 1 },
    { how: 'exit', code: 0 },
    { how: 'dispose', code: 0 },
  ] as const)('by $how', async ({ how, code }) => {
    const user = await startUser({ choice: 'local', end: how, request: { postgres: 17 } });
    await user.said('running');
    const [, directory = ''] = /in (\S+)\/data/.exec(user.printed()) ?? [];
    if (user.child.exitCode === null) await once(user.child, 'exit');

    expect(user.child.exitCode).toBe(code);
    expect(directory).toMatch(/migrate-check-/);
    await eventually(() => stillThere({ pids: [], directories: [directory] }), nothing);
  });
});

test('an engine answers, where the tests of containers have to run', () => {
  expect(engine !== undefined || !engineRequired).toBe(true);
});

describe.skipIf(!engine)('a container, when its user is killed', () => {
  test('while it is made', async () => {
    const slow = await slowEngine();
    const user = await startUser({ choice: 'container', end: 'wait' }, { DOCKER_HOST: slow.url });
    await slow.asked;

    const traces = await end(user, 'SIGKILL');
    await slow.missed;
    slow.letThrough();

    expect(await slow.made).toBe(201);
    expect(traces.pids).not.toEqual([]);
    await gone(traces);
    expect(await containersOf(user.pid)).toEqual([]);
  });

  test('while it starts', async () => {
    const user = await startUser({ choice: 'container', end: 'wait' });
    await stage(user, 'there is a container', async () => (await containersOf(user.pid)).length > 0);

    const traces = await end(user, 'SIGKILL');

    await gone(traces);
    expect(await containersOf(user.pid)).toEqual([]);
  });

  test.each(signals)('by %s while a query is in flight', async (signal) => {
    const user = await startUser({ choice: 'container', end: 'wait' });
    await user.said('running');
    expect(await containersOf(user.pid)).toHaveLength(1);

    const traces = await end(user, signal);

    await gone(traces);
    expect(await containersOf(user.pid)).toEqual([]);
  });
});
