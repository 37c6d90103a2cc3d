import { type SpawnOptions, spawn } from 'node:child_process';

export interface Owner {
  readonly uid?: number;
  readonly gid?: number;
}

/** PostgreSQL refuses to run as root: then everything of it runs as `nobody`. */
export function serverOwner(): Owner {
  return process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
}

/** Runs a program to its end; rejects with what it printed when it fails. */
export async function run(
  command: string,
  args: readonly string[],
  options: SpawnOptions & { signal?: AbortSignal } = {},
): Promise<string> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (chunk: string) => (printed += chunk));
  const code = await new Promise<number | null>((resolve, reject) =>
    child.on('error', reject).on('close', resolve),
  );
  if (code === 0) return printed;
  throw new Error(`${command} ended with ${code}: ${printed.trim().split('\n').slice(-8).join('\n')}`);
}
