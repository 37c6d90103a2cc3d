import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test, vi } from 'vitest';
import { pythonEnv } from '../../scripts/python-env.ts';
import { program } from './command.ts';

const project = join(import.meta.dirname, '../../fixtures/projects/alembic/defect-hangs');

interface Process {
  readonly pid: number;
  readonly args: string;
}

/** Every process below this one. */
function below(pid: number): readonly Process[] {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^ *(\d+) +(\d+) (.*)$/.exec(line))
    .flatMap((match) =>
      match ? [{ pid: Number(match[1]), parent: Number(match[2]), args: match[3] ?? '' }] : [],
    );
  const children = (parent: number): readonly Process[] =>
    table.filter((one) => one.parent === parent).flatMap((one) => [one, ...children(one.pid)]);
  return children(pid);
}

function isAlive({ pid }: Process): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function lineWith(child: ChildProcess, words: string): Promise<void> {
  if (!child.stderr) throw new Error('Standard error is not piped');
  for await (const line of createInterface({ input: child.stderr })) if (line.includes(words)) return;
  throw new Error(`It ended before it said ${words}`);
}

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s in the middle of a move ends with %i and leaves nothing behind', async (signal, code) => {
  const args = [program, project, '--python', pythonEnv('current'), '--database', 'local'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  await lineWith(child, 'walking');
  const started = below(child.pid ?? 0);
  const server = started
    .map(({ args: words }) => / -D (\S+)/.exec(words)?.[1])
    .find((found) => found !== undefined);
  expect(started.some(({ args: words }) => words.includes('migrate_check_driver'))).toBe(true);
  expect(server && existsSync(server)).toBe(true);

  const closed = once(child, 'close');
  child.kill(signal);
  expect((await closed)[0]).toBe(code);
  await vi.waitFor(() => expect(started.filter(isAlive)).toEqual([]), { timeout: 20_000 });
  expect(existsSync(server ?? '')).toBe(false);
});
