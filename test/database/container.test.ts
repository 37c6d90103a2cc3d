import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { findEngine } from '../../src/database/container/engine.ts';
import { startContainer } from '../../src/database/container/start.ts';
import { container } from '../../src/database/container.ts';
import { SessionDatabase } from '../../src/database/session.ts';
import { startDatabase } from '../../src/database/start.ts';
import { containersOf, engine, imageThatRuns, testImage } from './support/engine.ts';
import { startUser } from './support/kill.ts';

const request = { progress: () => undefined };
const { signal } = new AbortController();
const start = (image: string) => startDatabase({ ...request, image }, 'container', signal);
const leftHere = (): Promise<readonly string[]> => containersOf(process.pid);

async function image(script: string): Promise<string> {
  const made = await imageThatRuns(script);
  onTestFinished(made.remove);
  return made.image;
}

describe.skipIf(!engine)('with an engine', () => {
  test('leaves no container behind when it is stopped', async () => {
    const server = await start(testImage);
    expect(await leftHere()).toHaveLength(1);
    await server[Symbol.asyncDispose]();
    expect(await leftHere()).toEqual([]);
  });

  test('keeps its data in memory and has no volume', async () => {
    await using server = await start(testImage);
    const [name = ''] = await leftHere();
    const seen = await engine?.client.container.getById(name.slice(1)).inspect();
    expect(seen?.Mounts.filter(({ Type }) => Type === 'volume')).toEqual([]);
    const database = await server.create();
    expect(await database.query("SELECT current_setting('data_directory') AS d")).toEqual([{ d: '/pgdata' }]);
    expect(Object.keys(seen?.HostConfig.Tmpfs ?? {})).toEqual(['/pgdata']);
  });

  test('tells what it was sent', async () => {
    await using server = await start(testImage);
    if ('why' in server.log) throw new Error(server.log.why);
    const database = await server.create();
    const stranger = new SessionDatabase(database.address);
    onTestFinished(() => stranger.close());
    await stranger.query('CREATE TABLE t ()');
    await database.query('CREATE TABLE u ()');
    expect((await server.log.take(database)).map(({ sql }) => sql)).toContain('CREATE TABLE t ()');
    await stranger.query('SELECT 5');
    expect((await server.log.take(database)).map(({ sql }) => sql)).toEqual(['SELECT 5']);
  });

  test('refuses an image of another version than was asked for', async () => {
    const starting = startDatabase({ ...request, image: testImage, postgres: 16 }, 'container', signal);
    await expect(starting).rejects.toThrow(/^PostgreSQL 17\.\d+ is there, and --postgres asks for 16$/);
    expect(await leftHere()).toEqual([]);
  });

  test('refuses an image that is not to be had, by its name', async () => {
    await expect(start('127.0.0.1:1/no/such-image:1')).rejects.toMatchObject({
      code: 'no-database',
      message: expect.stringMatching(/^the container of 127\.0\.0\.1:1\/no\/such-image:1 does not start: /),
      hint: expect.stringContaining('docker pull 127.0.0.1:1/no/such-image:1'),
    });
    expect(await leftHere()).toEqual([]);
  });

  test('shows the log of a container that ends at its start', async () => {
    const dies = await image('echo the disk is on fire >&2; exit 3');
    await expect(start(dies)).rejects.toMatchObject({
      message: `the container of ${dies} does not start: it ended by itself with 3`,
      details: ['the disk is on fire'],
    });
    expect(await leftHere()).toEqual([]);
  });

  test('gives up on a container that never answers, and says where it asked', async () => {
    const silent = await image('sleep 600');
    const name = `migrate-check-silent-${process.pid}`;
    onTestFinished(async () => {
      await engine?.client.container.getById(name).remove({ force: true, v: true });
    });
    const starting = startContainer({
      client: (await findEngine()).client,
      image: silent,
      name,
      signal,
      patience: 1000,
      beforeMade: () => undefined,
    });
    await expect(starting).rejects.toThrow(/does not answer on .+:\d+ within 1 s/);
  });

  test('stops at once when the user asks to, and leaves nothing', async () => {
    const silent = await image('sleep 600');
    const asked = new AbortController();
    const starting = startDatabase({ ...request, image: silent }, 'container', asked.signal);
    await expect.poll(leftHere, { timeout: 30_000 }).toHaveLength(1);
    asked.abort(new Error('the user asked to stop'));
    await expect(starting).rejects.toThrow('the user asked to stop');
    expect(await leftHere()).toEqual([]);
  });

  test('is not led to another engine when the named one does not answer', async () => {
    const named = `unix://${join(tmpdir(), 'no-engine-here.sock')}`;
    await expect(findEngine(named)).rejects.toMatchObject({
      message: `no container engine answers at DOCKER_HOST=${named}, and another one is not used in its stead`,
    });
  });
});

describe('without an engine', () => {
  test('says that none answers at DOCKER_HOST', async () => {
    const closed = createServer();
    const port = await new Promise<number>((resolve) =>
      closed.listen(0, '127.0.0.1', () => resolve((closed.address() as { port: number }).port)),
    );
    await new Promise((resolve) => closed.close(resolve));
    const DOCKER_HOST = `tcp://127.0.0.1:${port}`;
    const user = await startUser({ choice: 'container', end: 'dispose' }, { DOCKER_HOST });
    await user.said(`SetupError: no container engine answers at DOCKER_HOST=${DOCKER_HOST}`);
  });

  test('is asked for without starting anything', async () => {
    const answer = await container.available(request);
    expect(answer.yes).toBe(engine !== undefined);
    expect(await leftHere()).toEqual([]);
  });
});
