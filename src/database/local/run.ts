import { type ChildProcess, type SpawnOptions, type StdioOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { Janitor } from '../janitor.ts';
import type { EndsBy } from '../leftover.ts';

export interface Owner {
  readonly uid?: number;
  readonly gid?: number;
}

/** PostgreSQL refuses to run as root: then everything of it runs as `nobody`. */
export function serverOwner(): Owner {
  return process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
}

/** The server's programs need nothing of our environment, and must not obey its locale or its PG* variables. */
export const bare = { PATH: '/usr/bin:/bin', HOME: '/tmp', LC_ALL: 'C', TZ: 'UTC' };

export interface KeptOptions extends Omit<SpawnOptions, 'stdio' | 'signal' | 'detached'> {
  readonly janitor: Janitor;
  readonly endsBy: EndsBy;
  /** Standard input, output and error. */
  readonly stdio: readonly ['ignore' | number, 'pipe' | number, 'pipe' | number];
}

/**
 * Starts a program that cannot outlive us, be we killed at any moment: a shell in a group of its own waits for a line,
 * which is written once the janitor knows of it, and only then becomes the program. If we end before, so does it.
 */
export async function spawnKept(
  command: string,
  args: readonly string[],
  { janitor, endsBy, stdio, ...options }: KeptOptions,
): Promise<ChildProcess> {
  const wait = 'read -r go <&3 && exec "$@" 3<&-';
  const child = spawn('sh', ['-c', wait, 'sh', command, ...args], {
    ...options,
    detached: true,
    stdio: [...stdio, 'pipe'] as StdioOptions,
  });
  const gate = child.stdio[3] as Writable;
  gate.on('error', () => undefined);
  await once(child, 'spawn');
  const { pid } = child;
  if (pid === undefined) throw new Error(`${command} has no process`);
  child.once('exit', janitor.watch({ kind: 'program', pid, signal: endsBy }));
  gate.end('go\n');
  return child;
}

export interface RunOptions extends Omit<SpawnOptions, 'stdio' | 'signal' | 'detached'> {
  readonly janitor: Janitor;
  readonly signal: AbortSignal;
  /** SIGKILL unless it is said. */
  readonly endsBy?: EndsBy;
  readonly input?: number;
  readonly output?: number;
}

/** Runs a program to its end; rejects with what it printed when it fails, and ends it when `signal` says so. */
export async function run(
  command: string,
  args: readonly string[],
  { signal, endsBy = 'SIGKILL', input, output, ...options }: RunOptions,
): Promise<string> {
  signal.throwIfAborted();
  const child = await spawnKept(command, args, {
    ...options,
    endsBy,
    stdio: [input ?? 'ignore', output ?? 'pipe', 'pipe'],
  });
  const end = (): void => void (child.pid !== undefined && process.kill(-child.pid, endsBy));
  signal.addEventListener('abort', end, { once: true });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (chunk: string) => (printed += chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  signal.removeEventListener('abort', end);
  signal.throwIfAborted();
  if (code === 0) return printed;
  const tail = printed.trim().split('\n').slice(-8).join('\n');
  throw Object.assign(new Error(`${command} ended with ${code}: ${tail}`), { printed });
}
