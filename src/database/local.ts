import { statfs } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { SetupError } from '../model/setup-error.ts';
import { openServer } from './databases.ts';
import { type Binaries, findBinaries } from './local/binaries.ts';
import { makeCluster } from './local/cluster.ts';
import { embeddedRefusal, installEmbedded, platform } from './local/install.ts';
import { startServer } from './local/process.ts';
import { embedded } from './local/versions.ts';
import type { DatabaseProvider, DatabaseRequest, DatabaseServer } from './provider.ts';

const defaultMajor = 17;

/** A server of our own on this machine: embedded binaries, or those that are installed here. Needs no Docker and no root. */
export const local: DatabaseProvider = {
  id: 'local',
  async available({ postgres = defaultMajor }) {
    if (process.platform === 'win32')
      return {
        yes: false,
        because: 'a local server is not yet run on Windows; use a container or a server of yours',
      };
    const refusal = embeddedRefusal(postgres);
    if (refusal === undefined) return { yes: true };
    const installed = (await findBinaries()).some(({ major }) => major === postgres);
    return installed
      ? { yes: true }
      : { yes: false, because: `${refusal}, and none is installed on this machine` };
  },
  async start(request, signal): Promise<DatabaseServer> {
    const cache = cacheDirectory();
    const binaries = await provide(request, cache, signal);
    const cluster = await makeCluster({
      home: binaries.home,
      key: `${binaries.version}-${platform}`,
      cache,
      scratch: await scratchDirectory(),
      signal,
    });
    request.progress(`starting PostgreSQL ${binaries.version}`);
    const running = await startServer(binaries.home, cluster, signal).catch((cause: Error) => {
      signal.throwIfAborted();
      throw new SetupError(
        'no-database',
        cause.message,
        'Use a container (--database container) or a server of yours (--database-url)',
        { cause },
      );
    });
    try {
      return await openServer({
        provider: 'local',
        passedOver: request.passedOver ?? [],
        maintenance: running.address,
        stop: () => running.stop(),
      });
    } catch (error) {
      await running.stop();
      throw error;
    }
  },
};

/** Embedded binaries of the wanted major; those of the machine when they cannot be installed. */
async function provide(request: DatabaseRequest, cache: string, signal: AbortSignal): Promise<Binaries> {
  const major = request.postgres ?? defaultMajor;
  const pinned = embedded[major];
  let failure = embeddedRefusal(major);
  if (failure === undefined) {
    try {
      const home = await installEmbedded({ major, cache, progress: request.progress, signal });
      return { home, major, version: pinned?.version ?? String(major) };
    } catch (error) {
      signal.throwIfAborted();
      failure = `the embedded PostgreSQL ${major} cannot be installed (${error instanceof Error ? error.message.split('\n').at(-1) : error})`;
    }
  }
  const installed = await findBinaries();
  const fitting =
    installed.find((binaries) => binaries.major === major) ??
    (request.postgres === undefined ? installed[0] : undefined);
  if (fitting) return fitting;
  throw new SetupError(
    'no-database',
    `${failure}, and no PostgreSQL ${request.postgres ?? ''} is installed on this machine`,
    'Start Docker, or install PostgreSQL',
  );
}

/** Root's home is closed to the user that the server runs as. */
function cacheDirectory(): string {
  return process.getuid?.() === 0 ? '/var/cache/migrate-check' : join(homedir(), '.cache', 'migrate-check');
}

/** Memory where there is enough of it: twice as fast as a disk for small statements. */
async function scratchDirectory(): Promise<string> {
  const memory = await statfs('/dev/shm').catch(() => undefined);
  return memory && memory.bavail * memory.bsize > 2 ** 30 ? '/dev/shm' : tmpdir();
}
