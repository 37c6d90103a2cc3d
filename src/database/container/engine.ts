import { SetupError } from '../../model/setup-error.ts';
import type { Engine } from '../leftover.ts';

type Client = Awaited<ReturnType<typeof import('../heavy/containers.ts')['getContainerRuntimeClient']>>;

export interface FoundEngine {
  readonly client: Client;
  /** Where it listens: the janitor speaks to it without Testcontainers. */
  readonly engine: Engine;
}

/** The container engine that Testcontainers has found. Throws SetupError `no-database` when there is none. */
export async function findEngine(named = process.env['DOCKER_HOST']): Promise<FoundEngine> {
  const { getContainerRuntimeClient } = await import('../heavy/containers.ts');
  const client = await getContainerRuntimeClient().catch((cause: Error) => {
    const where = named ? ` at DOCKER_HOST=${named}` : '';
    throw refuse(`no container engine answers${where}`, cause);
  });
  const { socketPath, host, port, protocol, ca, cert, key } = client.container.dockerode.modem as Modem;
  const engine: Engine = {
    protocol: protocol === 'https' ? 'https' : 'http',
    ...(socketPath ? { socketPath } : { host: host ?? 'localhost', port: port ?? 2375 }),
    ...(ca ? { ca: String(ca) } : {}),
    ...(cert ? { cert: String(cert) } : {}),
    ...(key ? { key: String(key) } : {}),
  };
  if (named && isFallback(engine, named))
    throw refuse(
      `no container engine answers at DOCKER_HOST=${named}, and another one is not used in its stead`,
    );
  return { client, engine };
}

/** What dockerode's `docker-modem` keeps of its options. */
interface Modem {
  readonly socketPath?: string;
  readonly host?: string;
  readonly port?: number | string;
  readonly protocol?: string;
  readonly ca?: string | Buffer;
  readonly cert?: string | Buffer;
  readonly key?: string | Buffer;
}

/**
 * Testcontainers goes on to /var/run/docker.sock and its like in silence when the engine of DOCKER_HOST does not answer.
 * Another host is no such thing: only `tc.host` of `~/.testcontainers.properties` comes before DOCKER_HOST.
 */
function isFallback({ socketPath }: Engine, named: string): boolean {
  if (socketPath === undefined) return false;
  return !URL.canParse(named) || new URL(named).pathname !== socketPath;
}

const refuse = (why: string, cause?: Error): SetupError =>
  new SetupError(
    'no-database',
    why,
    'Start Docker, or correct DOCKER_HOST; or use --database local',
    cause ? { cause } : {},
  );
