import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';
import type { UserOrder } from './user.ts';

export interface User {
  readonly pid: number;
  readonly child: ChildProcess;
  /** What it has printed so far. */
  printed(): string;
  /** Resolves when it has printed that. */
  said(text: string): Promise<void>;
}

export interface Circumstances {
  readonly uid?: number | undefined;
  readonly gid?: number | undefined;
  /** A program, with arguments, that becomes ours. */
  readonly through?: readonly string[];
}

/** Starts a real process that uses a disposable database. */
export async function startUser(
  order: UserOrder,
  env: NodeJS.ProcessEnv = {},
  { uid, gid, through = [] }: Circumstances = {},
): Promise<User> {
  const program = new URL('./user.ts', import.meta.url).pathname;
  const [command = '', ...args] = [...through, process.execPath, program, JSON.stringify(order)];
  const child = spawn(command, args, {
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    ...(uid === undefined ? {} : { uid }),
    ...(gid === undefined ? {} : { gid }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => (printed += chunk));
  await once(child, 'spawn');
  if (child.pid === undefined) throw new Error('The process has no number');
  const said = (text: string): Promise<void> =>
    until(
      `it says ${text}`,
      () => printed.includes(text),
      child,
      () => printed,
    );
  return { pid: child.pid, child, printed: () => printed, said };
}

/** Waits for a stage, looking all the time so as not to miss it. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  child: ChildProcess,
  printed: () => string,
): Promise<void> {
  for (const deadline = performance.now() + 60_000; !(await holds()); await pause(2))
    if (performance.now() > deadline || child.exitCode !== null)
      throw new Error(`Waited in vain until ${what}: ${printed()}`);
}

interface Running {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

async function processes(): Promise<readonly Running[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,stat=,args=']);
  return stdout.split('\n').flatMap((line) => {
    const [, pid, parent, state, command] = /^ *(\d+) +(\d+) +(\S+) +(.*)$/.exec(line) ?? [];
    return pid && parent && command && !state?.startsWith('Z')
      ? [{ pid: Number(pid), parent: Number(parent), command }]
      : [];
  });
}

export interface Traces {
  readonly pids: readonly number[];
  readonly directories: readonly string[];
}

/** The children of a process, and theirs. */
export async function descendantsOf(pid: number): Promise<readonly Running[]> {
  const all = await processes();
  const found: Running[] = [];
  for (let parents = [pid]; parents.length > 0; ) {
    const children = all.filter(({ parent }) => parents.includes(parent));
    found.push(...children);
    parents = children.map((child) => child.pid);
  }
  return found;
}

/** Whether a process has a descendant whose command line says that. */
export const runs = async ({ pid }: { readonly pid: number }, text: string): Promise<boolean> =>
  (await descendantsOf(pid)).some(({ command }) => command.includes(text));

/** Everything that hangs on a process: its descendants, and the data directories that they name. */
export async function tracesOf(pid: number): Promise<Traces> {
  const found = await descendantsOf(pid);
  const directories = found.flatMap(({ command }) => /-D (\S+)\/data/.exec(command)?.[1] ?? []);
  return { pids: found.map((one) => one.pid), directories: [...new Set(directories)] };
}

/** Which of them are still there. */
export async function stillThere({ pids, directories }: Traces): Promise<Traces> {
  const alive = new Set((await processes()).map(({ pid }) => pid));
  return {
    pids: pids.filter((pid) => alive.has(pid)),
    directories: directories.filter((directory) => existsSync(directory)),
  };
}

/** Ends a process at this very moment, and says what hung on it. It is stopped before one looks, so that nothing comes after. */
export async function end({ child, pid }: User, signal: NodeJS.Signals): Promise<Traces> {
  child.kill('SIGSTOP');
  const traces = await tracesOf(pid);
  const ended = once(child, 'exit');
  child.kill(signal);
  child.kill('SIGCONT');
  await ended;
  return traces;
}
