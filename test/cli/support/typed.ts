import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod } from 'node:fs/promises';
import { expect, onTestFinished } from 'vitest';
import { pythonEnv } from '../../../scripts/python-env.ts';
import { eventually } from '../../database/support/eventually.ts';
import { testPython } from '../../support/alembic.ts';
import { temporary } from '../../support/temporary.ts';
import { bare, type Ended, program } from '../command.ts';
import { nothing, Trail } from './footprint.ts';

export interface TypedOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** As another user; only root can. */
  readonly uid?: number;
  /** Nobody reads what it writes to standard output. */
  readonly unread?: boolean;
}

export interface Typed {
  readonly child: ChildProcess;
  readonly pid: number;
  readonly trail: Trail;
  /** What it has written so far. */
  said(): { readonly stdout: string; readonly stderr: string };
  readonly ended: Promise<Ended>;
}

/** The Python stack of this run of the tests, as a user names it. */
export const withPython = (): readonly string[] => ['--python', pythonEnv(testPython)];

/** Starts the command as a user types it, with an environment and a directory for temporary files of its own. */
export async function type(
  args: readonly string[],
  { cwd, env = {}, uid, unread = false }: TypedOptions,
): Promise<Typed> {
  const tmp = await temporary();
  await chmod(tmp, 0o1777);
  const trail = new Trail(tmp);
  // The parser would be compiled once more, and better, beside a walk of one second: a fifth of all that it costs.
  const child = spawn(process.execPath, ['--liftoff-only', program, ...args], {
    cwd,
    env: { ...bare, ...trail.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const said = { stdout: '', stderr: '' };
  if (!unread) child.stdout.setEncoding('utf8').on('data', (chunk: string) => (said.stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (said.stderr += chunk));
  const ended = once(child, unread ? 'exit' : 'close').then(([code, signal]) => ({
    code: code ?? signal,
    ...said,
  }));
  if (child.pid === undefined) throw new Error('The process has no number');
  void trail.follow(child.pid);
  return { child, pid: child.pid, trail, said: () => ({ ...said }), ended };
}

/** Types it, waits for the end, and sees that nothing is left behind but what was written. */
export async function typed(args: readonly string[], options: TypedOptions): Promise<Ended> {
  const { ended, trail } = await type(args, options);
  const end = await ended;
  await eventually(() => trail.left(), nothing);
  expect(end.code, end.stderr).not.toBe(3);
  return end;
}
