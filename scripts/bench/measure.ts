import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';

export interface Measured {
  readonly seconds: number;
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Peak resident megabytes by the name of the program: the process itself and its children. */
  readonly peak: Readonly<Record<string, number>>;
}

/** Runs a whole command and watches the memory of its process tree through /proc. */
export async function measure(
  command: readonly [string, ...string[]],
  options: { cwd: string; env?: NodeJS.ProcessEnv },
): Promise<Measured> {
  const started = performance.now();
  const child = spawn(command[0], command.slice(1), {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const text = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text.stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (text.stderr += chunk));
  const peak: Record<string, number> = {};
  const watch = setInterval(() => void noteTree(child.pid, peak), 50);
  const exitCode = await new Promise<number | null>((resolve, reject) =>
    child.on('error', reject).on('close', resolve),
  );
  clearInterval(watch);
  return { seconds: (performance.now() - started) / 1000, exitCode, ...text, peak };
}

async function noteTree(pid: number | undefined, peak: Record<string, number>): Promise<void> {
  if (pid === undefined) return;
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const name = /^Name:\s+(\S+)/m.exec(status)?.[1];
  const kilobytes = Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0);
  if (name) peak[name] = Math.max(peak[name] ?? 0, Math.round(kilobytes / 1024));
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  await Promise.all(
    children
      .trim()
      .split(/\s+/)
      .filter(Boolean)
      .map((child) => noteTree(Number(child), peak)),
  );
}
