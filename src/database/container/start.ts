import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { StartedPostgreSqlContainer } from '@testcontainers/postgresql';
import { makeAddress } from '../address.ts';
import { logSettings } from '../log/settings.ts';
import type { DatabaseAddress } from '../provider.ts';
import { waitUntilReady } from '../ready.ts';
import type { FoundEngine } from './engine.ts';
import { deathOf } from './inspect.ts';

const user = 'migrate_check';
/** Memory inside the container, on a path that no image declares as a volume. */
const dataDirectory = '/pgdata';
/** Into a file that the server can open again; what is said before goes to the container's own log. */
const ofCollector = {
  logging_collector: 'on',
  log_directory: 'migrate-check-log',
  log_filename: 'statements',
  log_rotation_age: '0',
  log_rotation_size: '0',
};
const flags = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'autovacuum=off',
  'max_wal_size=4GB',
  'max_locks_per_transaction=1024',
  'timezone=UTC',
  ...Object.entries({ ...logSettings, ...ofCollector }).map(([name, value]) => `${name}=${value}`),
];

/** The log, as the server sees it from its data directory. */
export const logFile = `${ofCollector.log_directory}/${ofCollector.log_filename}`;

export interface ContainerRequest {
  readonly client: FoundEngine['client'];
  readonly image: string;
  readonly name: string;
  readonly signal: AbortSignal;
  /** Milliseconds for the server in the container to answer. */
  readonly patience: number;
  /** Called when the image is there and the container is about to be made. */
  readonly beforeMade: () => void;
}

/** Runs an image until its server takes sessions. Whether a container is there when this rejects is not said. */
export async function startContainer(request: ContainerRequest): Promise<DatabaseAddress> {
  const password = randomBytes(16).toString('hex');
  const { client, name, signal, patience } = request;
  const over = new AbortController();
  try {
    const starting = run(request, password);
    const started = await Promise.race([starting, failure(request, over.signal)]);
    const address = makeAddress({
      host: started.getHost(),
      port: started.getPort(),
      user,
      database: 'postgres',
      password,
    });
    await waitUntilReady(address, { signal, patience, died: () => deathOf(client, name) });
    return address;
  } finally {
    over.abort();
  }
}

async function run(
  { image, name, signal, beforeMade }: ContainerRequest,
  password: string,
): Promise<StartedPostgreSqlContainer> {
  const { PostgreSqlContainer, Wait } = await import('../heavy/containers.ts');
  class OurContainer extends PostgreSqlContainer {
    protected override async beforeContainerCreated(): Promise<void> {
      signal.throwIfAborted();
      beforeMade();
    }
  }
  return (
    new OurContainer(image)
      .withName(name)
      .withUsername(user)
      .withPassword(password)
      .withDatabase('postgres')
      .withEnvironment({ PGDATA: dataDirectory })
      .withTmpFs({ [dataDirectory]: 'rw' })
      .withCommand(['postgres', ...flags.flatMap((flag) => ['-c', flag])])
      .withLabels({ 'migrate-check': `process ${process.pid}` })
      // The janitor removes it. Ryuk would be one more image to pull; who has set it up gets it.
      .withAutoCleanup(process.env['TESTCONTAINERS_RYUK_DISABLED'] === 'false')
      // Asking the server itself is quicker than the health checks of the image, each of which runs a program in it.
      .withHealthCheck({ test: ['NONE'] as unknown as ['CMD'] })
      .withWaitStrategy(Wait.forAll([]))
      .start()
  );
}

/** Rejects when the user asks to stop, or when the container has ended: Testcontainers waits on for its port. */
async function failure({ client, name, signal }: ContainerRequest, over: AbortSignal): Promise<never> {
  for (;;) {
    over.throwIfAborted();
    signal.throwIfAborted();
    const why = await deathOf(client, name);
    if (why !== undefined) throw new Error(why);
    await pause(50);
  }
}
