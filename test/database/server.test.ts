import { createConnection, createServer, type Server } from 'node:net';
import { inspect } from 'node:util';
import { beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Database, DatabaseAddress } from '../../src/database/provider.ts';
import { waitUntilReady } from '../../src/database/ready.ts';
import { connect } from '../../src/database/session.ts';
import { startDatabase } from '../../src/database/start.ts';
import { testDatabase } from '../support/postgres.ts';
import { eventually } from './support/eventually.ts';
import { end, startUser } from './support/kill.ts';
import { type UrlParts, urlOf } from './support/url.ts';

const { signal } = new AbortController();

/** A database on the embedded server, which plays the user's own. */
let theirs: Database;
let address: DatabaseAddress;

beforeAll(async () => {
  theirs = await testDatabase();
  address = theirs.address;
});

const start = (parts: UrlParts = {}, more: { postgres?: number } = {}) =>
  startDatabase({ progress: () => undefined, url: urlOf(address, parts), ...more }, 'server', signal);
const names = async (): Promise<readonly string[]> =>
  (await theirs.query<{ name: string }>('SELECT datname AS name FROM pg_database ORDER BY 1')).map(
    ({ name }) => name,
  );

async function theirDatabase(name: string, more = ''): Promise<void> {
  await theirs.query(`CREATE DATABASE ${name} ${more}`);
  onTestFinished(async () => void (await theirs.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)));
}

async function listening(answer: (server: Server) => Server = (server) => server): Promise<number> {
  const server = answer(createServer());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return (server.address() as { port: number }).port;
}

describe('on a server of the user', () => {
  let before: readonly string[];
  beforeEach(async () => {
    before = await names();
  });

  test('makes databases with the prefix, and drops what it made', async () => {
    const server = await start();
    await server.create();
    const added = (await names()).filter((name) => !before.includes(name));
    expect(added).toEqual([expect.stringMatching(/^migrate_check_[0-9a-f]{12}$/)]);
    await server[Symbol.asyncDispose]();
    expect(await names()).toEqual(before);
  });

  test('sweeps what a run that was killed has left, and nothing of a run that lives', async () => {
    await using living = await start();
    const kept = (await living.create()).address.database;
    const user = await startUser({ choice: 'server', end: 'wait', request: { url: urlOf(address) } });
    await user.said('running');
    const [, orphan = ''] = /running (\S+)/.exec(user.printed()) ?? [];
    await end(user, 'SIGKILL');
    expect(await names()).toEqual(expect.arrayContaining([orphan, kept]));
    const locks = "SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory' AND classid = 28003";
    await eventually(async () => (await theirs.query<{ n: number }>(locks))[0]?.n, 2);

    // From another database: advisory locks are those of one, and are looked up in all.
    await using _next = await start({ database: 'template1' });

    expect(await names()).not.toContain(orphan);
    expect(await names()).toContain(kept);
  });

  test('never drops a database of theirs, whatever its name is', async () => {
    await theirDatabase('migrate_check_0123456789ab');
    await theirDatabase('migrate_check_production', 'CONNECTION LIMIT 2000000000');
    await using _server = await start();
    expect(await names()).toEqual(
      expect.arrayContaining(['migrate_check_0123456789ab', 'migrate_check_production']),
    );
  });
});

describe('refuses', () => {
  test('a role that may not create databases, with what to type', async () => {
    await theirs.query("CREATE ROLE humble LOGIN PASSWORD 'x'");
    onTestFinished(async () => void (await theirs.query('DROP ROLE humble')));
    await expect(start({ user: 'humble', password: 'x' })).rejects.toMatchObject({
      code: 'no-database',
      message: 'humble may not create databases on 127.0.0.1',
      hint: 'Run there: ALTER ROLE humble CREATEDB',
    });
  });

  test('another version than was asked for', async () => {
    await expect(start({}, { postgres: 99 })).rejects.toThrow(
      /^PostgreSQL 1\d\.\d+ is there, and --postgres asks for 99$/,
    );
  });

  test('a server that does not answer, as soon as the user asks to stop', async () => {
    const asked = new AbortController();
    const port = await listening((server) =>
      server.on('connection', (socket) => {
        socket.on('error', () => undefined).resume();
        asked.abort(new Error('asked to stop'));
      }),
    );
    const url = `postgresql://u:hunter2@127.0.0.1:${port}/x`;
    const starting = startDatabase({ progress: () => undefined, url }, 'server', asked.signal);
    await expect(starting).rejects.toThrow('asked to stop');
  });

  test('to work in another database than the one it asked for', async () => {
    await theirDatabase('template9');
    const port = await listening((server) =>
      server.on('connection', (socket) => {
        const onward = createConnection({ host: address.host, port: address.port });
        onward.on('error', () => undefined).pipe(socket);
        socket.on('error', () => undefined).on('end', () => onward.end());
        socket.on('data', (bytes) =>
          onward.write(Buffer.from(bytes.toString('latin1').replace('template9', 'template1'), 'latin1')),
        );
      }),
    );
    const led = { ...address, port, database: 'template9' } as DatabaseAddress;
    await expect(connect(led)).rejects.toThrow('Asked for the database template9 and was led to template1');
  });
});

describe('waiting for a server', () => {
  const never = () => Promise.resolve(undefined);

  test('ends when it takes connections and says nothing', async () => {
    const port = await listening((server) => server.on('connection', (socket) => socket.resume()));
    const silent = { ...address, port } as DatabaseAddress;
    await expect(waitUntilReady(silent, { signal, patience: 300, died: never })).rejects.toThrow(
      `it does not answer on 127.0.0.1:${port} within 0.3 s`,
    );
  });

  test('ends at once when the password is wrong', async () => {
    const wrong = { ...address, password: () => 'wrong' } as DatabaseAddress;
    await expect(waitUntilReady(wrong, { signal, patience: 60_000, died: never })).rejects.toMatchObject({
      code: '28P01',
    });
  });

  test('ends when it has died, with the reason', async () => {
    const gone = { ...address, port: 1 } as DatabaseAddress;
    const died = () => Promise.resolve('it ran out of memory');
    await expect(waitUntilReady(gone, { signal, patience: 60_000, died })).rejects.toThrow(
      'ran out of memory',
    );
  });
});

describe('a password is in nothing that can be printed', () => {
  const secret = 'hunter2-s3cr3t/%:@';
  const shown = (thing: unknown): string =>
    [
      inspect(thing, { depth: 20, showHidden: true }),
      JSON.stringify(thing),
      String(thing),
      String((thing as Error)?.stack),
    ].join();
  const encoded = encodeURIComponent(secret);

  test.each([
    ['a wrong one', () => start({ password: secret })],
    ['a host that is not there', () => startAt(`postgresql://u:${encoded}@no-such-host.invalid/x`)],
    ['a port that is closed', () => startAt(`postgresql://u:${encoded}@127.0.0.1:1/x`)],
    ['a database that is not there', () => start({ password: secret, database: 'not_there' })],
    ['TLS', () => startAt(`postgresql://u:${encoded}@127.0.0.1/x?sslmode=require`)],
    ['no URL', () => startAt(`postgresql://u:${secret}@127.0.0.1/x`)],
  ])('with %s', async (_, attempt) => {
    const error: unknown = await attempt().then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ code: 'no-database' });
    expect(shown(error)).not.toContain('hunter2');
  });

  test('of a database and its server', async () => {
    await using server = await start();
    const database = await server.create();
    await database.query('SELECT 1');
    const failed: unknown = await database.query('SELECT nothing').catch((error: unknown) => error);
    const password = address.password();
    for (const thing of [server, database, database.address, failed, { ...database.address }]) {
      expect(shown(thing)).not.toContain(password);
    }
  });
});

function startAt(url: string) {
  return startDatabase({ progress: () => undefined, url }, 'server', signal);
}
