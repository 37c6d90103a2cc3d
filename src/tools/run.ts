import { spawn } from 'node:child_process';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
}

/** Runs a short program to its end. A program that is not there ends with code null and the reason in `stderr`. */
export function run(command: readonly [string, ...string[]], options: RunOptions): Promise<Ended> {
  const signal = AbortSignal.any([options.signal, AbortSignal.timeout(options.timeoutMs)]);
  const child = spawn(command[0], command.slice(1), {
    cwd: options.cwd,
    env: { ...options.env },
    signal,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (said.stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (said.stderr += chunk));
  return new Promise((resolve, reject) => {
    child.on('close', (code) => resolve({ code, ...said }));
    child.on('error', (error) => {
      if (options.signal.aborted) reject(error);
      else resolve({ code: null, stdout: '', stderr: error.message });
    });
  });
}
