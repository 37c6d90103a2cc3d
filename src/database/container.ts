import { randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { StartedPostgreSqlContainer } from '@testcontainers/postgresql';
import { SetupError } from '../model/setup-error.ts';
import { makeAddress } from './address.ts';
import { openServer } from './databases.ts';
import type { DatabaseAddress, DatabaseProvider, DatabaseRequest, DatabaseServer } from './provider.ts';
import { connect } from './session.ts';

const defaultMajor = 17;
/** Memory inside the container, on a path that no image declares as a volume. */
const dataDirectory = '/pgdata';
const flags = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'autovacuum=off',
  'max_wal_size=4GB',
  'max_locks_per_transaction=1024',
  'timezone=UTC',
];

/** A container of the user's image, through Testcontainers: the nearest thing to their production server. */
export const container: DatabaseProvider = {
  id: 'container',
  async available() {
    const { getContainerRuntimeClient } = await import('./heavy/containers.ts');
    try {
      await getContainerRuntimeClient();
      return { yes: true };
    } catch (error) {
      return {
        yes: false,
        because: `no container engine answers (${error instanceof Error ? error.message : error})`,
      };
    }
  },
  async start(request, signal): Promise<DatabaseServer> {
    const image = imageOf(request);
    request.progress(`starting a container of ${image}`);
    const { started, address, log } = await startContainer(image);
    const stop = async (): Promise<void> => void (await started.stop({ remove: true, removeVolumes: true }));
    try {
      await waitUntilReady(address, signal, log);
      return await openServer({
        provider: 'container',
        passedOver: request.passedOver ?? [],
        maintenance: address,
        stop,
      });
    } catch (cause) {
      await stop().catch(() => undefined);
      signal.throwIfAborted();
      throw failed(image, cause, log.text);
    }
  },
};

export function imageOf({ image, postgres }: Pick<DatabaseRequest, 'image' | 'postgres'>): string {
  return image ?? `postgres:${postgres ?? defaultMajor}-alpine`;
}

interface Log {
  text: string;
}

async function startContainer(
  image: string,
): Promise<{ started: StartedPostgreSqlContainer; address: DatabaseAddress; log: Log }> {
  const { PostgreSqlContainer, Wait } = await import('./heavy/containers.ts');
  const password = randomBytes(16).toString('hex');
  const log: Log = { text: '' };
  try {
    const started = await new PostgreSqlContainer(image)
      .withUsername('migrate_check')
      .withPassword(password)
      .withDatabase('postgres')
      .withEnvironment({ PGDATA: dataDirectory })
      .withTmpFs({ [dataDirectory]: 'rw' })
      .withCommand(['postgres', ...flags.flatMap((flag) => ['-c', flag])])
      .withLabels({ 'migrate-check': 'disposable' })
      .withLogConsumer((stream: Readable) =>
        stream.on('data', (chunk) => (log.text = (log.text + String(chunk)).slice(-8000))),
      )
      // Asking the server itself is quicker than the health checks of the image, each of which runs a program in it.
      .withWaitStrategy(Wait.forAll([]))
      .start();
    const address = makeAddress({
      host: started.getHost(),
      port: started.getPort(),
      user: 'migrate_check',
      database: 'postgres',
      password,
    });
    return { started, address, log };
  } catch (cause) {
    throw failed(image, cause, log.text);
  }
}

async function waitUntilReady(address: DatabaseAddress, signal: AbortSignal, log: Log): Promise<void> {
  const deadline = performance.now() + 120_000;
  for (;;) {
    signal.throwIfAborted();
    try {
      return await (await connect(address)).end();
    } catch (error) {
      if (
        performance.now() > deadline ||
        /FATAL: {2}(?!.*(starting up|not yet accepting|does not exist))/.test(log.text)
      )
        throw error;
    }
    await pause(25);
  }
}

function failed(image: string, cause: unknown, log: string): SetupError {
  const why = cause instanceof Error ? cause.message : String(cause);
  const tail = log.trim().split('\n').filter(Boolean).slice(-5);
  return new SetupError(
    'no-database',
    `the container of ${image} does not start: ${why}`,
    'Check the name with: docker pull',
    { cause, details: tail },
  );
}
