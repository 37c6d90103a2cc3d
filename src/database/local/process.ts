import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { makeAddress } from '../address.ts';
import type { Janitor } from '../janitor.ts';
import { logSettings } from '../log/settings.ts';
import type { DatabaseAddress } from '../provider.ts';
import { waitUntilReady } from '../ready.ts';
import { type Cluster, giveToServer, superuser } from './cluster.ts';
import { bare, serverOwner, spawnKept } from './run.ts';

/** What makes a throw-away server quick; nothing that changes how a statement behaves. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_wal_size: '4GB',
  checkpoint_timeout: '1d',
  max_connections: '100',
  // In the data directory, so that it goes when that goes.
  dynamic_shared_memory_type: 'mmap',
  max_locks_per_transaction: '1024',
  timezone: 'UTC',
  log_timezone: 'UTC',
  ...logSettings,
  // A session whose server process was killed ends when its client does; other systems do not know the setting.
  ...(process.platform === 'linux' ? { client_connection_check_interval: '1s' } : {}),
};

/** The log, as the server sees it from its data directory. */
export const logFile = '../log';

export interface ServerRequest {
  /** Directory with `bin/`. */
  readonly home: string;
  readonly cluster: Cluster;
  readonly signal: AbortSignal;
  readonly janitor: Janitor;
}

/** Starts a server, which ends with the janitor; on another port when the one that was free a moment ago is not. */
export async function startServer(request: ServerRequest): Promise<DatabaseAddress> {
  const { cluster, signal } = request;
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const server = await launch(request, port);
    const { password } = cluster;
    const address = makeAddress({ host: '127.0.0.1', port, user: superuser, database: 'postgres', password });
    const died = (): Promise<string | undefined> => deathOf(server, cluster);
    try {
      await waitUntilReady(address, { signal, patience: 60_000, died });
      return address;
    } catch (error) {
      const taken = error instanceof Error && /Address already in use/.test(error.message);
      if (!taken || attempt === 5) throw error;
    }
  }
}

async function launch(
  { home, cluster: { directory }, janitor }: ServerRequest,
  port: number,
): Promise<ChildProcess> {
  const flags = Object.entries({ ...settings, port }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const file = join(directory, 'log');
  await using log = await open(file, 'w', 0o600);
  await giveToServer(file);
  const server = await spawnKept(join(home, 'bin', 'postgres'), ['-D', join(directory, 'data'), ...flags], {
    ...serverOwner(),
    cwd: directory,
    env: bare,
    janitor,
    endsBy: 'SIGQUIT',
    stdio: ['ignore', log.fd, log.fd],
  });
  server.unref();
  return server;
}

async function deathOf(
  { exitCode, signalCode }: ChildProcess,
  { directory }: Cluster,
): Promise<string | undefined> {
  if (exitCode === null && signalCode === null) return undefined;
  const said = await readFile(join(directory, 'log'), 'utf8');
  return said.trim().split('\n').slice(-5).join('\n') || `it ended with ${signalCode ?? exitCode}`;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('A TCP server has no port');
  return address.port;
}
