import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { makeAddress } from '../address.ts';
import type { DatabaseAddress } from '../provider.ts';
import { connect } from '../session.ts';
import { bare, type Cluster, superuser } from './cluster.ts';
import { serverOwner } from './run.ts';

export interface RunningServer {
  readonly address: DatabaseAddress;
  /** Ends the server and takes its directory away. */
  stop(): Promise<void>;
}

/**
 * Runs the server and waits for the end of its standard input, which is the end of us, however we end:
 * then it stops the server at once and takes the directory away. A session of its own keeps Ctrl-C from it.
 */
const keeper = `
directory=$1; shift
"$@" >"$directory/log" 2>&1 </dev/null &
server=$!
while read -r line; do :; done
kill -QUIT "$server" 2>/dev/null
wait "$server"
rm -rf "$directory"
`;

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
};

/** Starts a server on a new cluster; another port when the one that was free a moment ago is not. */
export async function startServer(
  home: string,
  cluster: Cluster,
  signal: AbortSignal,
): Promise<RunningServer> {
  for (let attempt = 1; ; attempt += 1) {
    const server = await launch(home, cluster, await freePort());
    try {
      await waitUntilReady(server.address, join(cluster.directory, 'log'), signal);
      return server;
    } catch (error) {
      const taken = error instanceof Error && /Address already in use/.test(error.message);
      if (taken && attempt < 5) {
        await server.end();
        continue;
      }
      await server.stop();
      throw error;
    }
  }
}

async function launch(
  home: string,
  { directory, password }: Cluster,
  port: number,
): Promise<RunningServer & { end(): Promise<void> }> {
  const flags = Object.entries({ ...settings, port: String(port) }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const command = [join(home, 'bin', 'postgres'), '-D', join(directory, 'data'), ...flags];
  const child = spawn('sh', ['-c', keeper, 'migrate-check-keeper', directory, ...command], {
    ...serverOwner(),
    cwd: directory,
    env: bare,
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  await once(child, 'spawn');
  const ended = once(child, 'exit');
  child.stdin.on('error', () => undefined);
  const stop = async (): Promise<void> => {
    child.stdin.end();
    await ended;
    await rm(directory, { recursive: true, force: true });
  };
  const end = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  return {
    address: makeAddress({ host: '127.0.0.1', port, user: superuser, database: 'postgres', password }),
    stop,
    end,
  };
}

async function waitUntilReady(address: DatabaseAddress, log: string, signal: AbortSignal): Promise<void> {
  const deadline = performance.now() + 60_000;
  for (;;) {
    signal.throwIfAborted();
    try {
      return await (await connect(address)).end();
    } catch (error) {
      const said = await readFile(log, 'utf8').catch(() => '');
      if (/FATAL: {2}(?!.*(starting up|not yet accepting))/.test(said) || performance.now() > deadline) {
        throw new Error(
          `PostgreSQL does not start: ${said.trim().split('\n').slice(-5).join('\n') || String(error)}`,
          { cause: error },
        );
      }
    }
    await pause(10);
  }
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
