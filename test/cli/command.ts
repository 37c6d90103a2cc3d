import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export const program = join(import.meta.dirname, '../../src/cli.ts');

/** An environment that holds nothing of the machine's but its programs. Node is started hundreds of times: it keeps what it has compiled. */
export const bare: Readonly<Record<string, string>> = {
  PATH: process.env['PATH'] ?? '',
  HOME: process.env['HOME'] ?? '',
  NODE_COMPILE_CACHE: join(import.meta.dirname, '../../.cache/node'),
};

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the command as a user would. */
export async function command(args: readonly string[], { cwd, env = {} }: CommandOptions): Promise<Ended> {
  const child = spawn(process.execPath, [program, ...args], {
    cwd,
    env: { ...bare, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (said.stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (said.stderr += chunk));
  const [code] = await once(child, 'close');
  return { code, ...said };
}
