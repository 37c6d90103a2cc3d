import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../build/bundle.ts';

/** Seconds from the start of a process to the first that it prints. */
export interface StartTimes {
  /** Node with one line of its own. */
  readonly node: number;
  readonly action: number;
  readonly command: number;
}

const rounds = 15;

/** Best of some rounds that take turns, so that a busy machine is busy for all. The bundle is that of the sources. */
export async function timeStarts(): Promise<StartTimes> {
  const directory = await mkdtemp(join(tmpdir(), 'migrate-check-bench-'));
  try {
    await bundle(directory);
    const ways: Readonly<Record<keyof StartTimes, readonly string[]>> = {
      node: ['-e', 'console.log(1)'],
      action: [join(directory, 'action.js')],
      command: [join(directory, 'cli.js'), '--help'],
    };
    const times = { node: Infinity, action: Infinity, command: Infinity };
    for (let round = 0; round < rounds; round += 1)
      for (const way of ['node', 'action', 'command'] as const)
        times[way] = Math.min(times[way], await timeFirstLine(ways[way], directory));
    return times;
  } finally {
    await rm(directory, { recursive: true });
  }
}

/** In a directory with no project: what is said of that comes first, and nothing else is started. */
async function timeFirstLine(args: readonly string[], cwd: string): Promise<number> {
  const began = performance.now();
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, args, {
    cwd,
    env: { PATH, HOME, GITHUB_WORKSPACE: cwd },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(child.stdout, 'data');
  const seconds = (performance.now() - began) / 1000;
  child.kill();
  return seconds;
}
