/** A job whose processes the runner has killed, all at once and without a word: the step after the step cleans up. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { pythonEnv } from '../../scripts/python-env.ts';
import { removeLeftovers } from '../../src/database/leftovers.ts';
import { containersOf, engine } from '../database/support/engine.ts';
import { eventually } from '../database/support/eventually.ts';
import { descendantsOf, stillThere, tracesOf, until } from '../database/support/kill.ts';
import { revisionPy, writeProject } from '../support/alembic.ts';
import { testServer } from '../support/postgres.ts';
import { temporary } from '../support/temporary.ts';
import { bundled } from './support/bundled.ts';

const directory = bundled();
const nothing = { pids: [], directories: [] };

// Another run on the same machine, which nobody may touch.
beforeAll(() => testServer());

interface Job {
  readonly pid: number;
  /** Kills it where it stands, with everything of it that `dies` says. */
  kill(dies: (command: string) => boolean): Promise<void>;
  /** Asks it to stop, as the runner does before it kills, and answers how it ended. */
  cancel(): Promise<number | null>;
  /** What it has told the runner to keep for the step after it. */
  watchLists(): string;
}

/** Starts the action as a runner does, on a migration that never ends, and waits until it is there. */
async function hangingJob(database: 'local' | 'container'): Promise<Job> {
  const temp = await temporary();
  const [arrived, state] = [join(temp, 'arrived'), join(temp, 'state')];
  const hang = `import threading\nopen(${JSON.stringify(arrived)}, "w").close()\nthreading.Event().wait()`;
  const project = await writeProject({ 'migrations/versions/0001.py': revisionPy('0001', null, hang) });
  writeFileSync(state, '');
  const child = spawn(process.execPath, [join(directory, 'action.js')], {
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      DOCKER_HOST: process.env['DOCKER_HOST'],
      TESTCONTAINERS_HOST_OVERRIDE: process.env['TESTCONTAINERS_HOST_OVERRIDE'],
      RUNNER_TEMP: temp,
      GITHUB_STATE: state,
      GITHUB_WORKSPACE: project,
      GITHUB_EVENT_NAME: 'push',
      INPUT_PYTHON: pythonEnv('current'),
      INPUT_DATABASE: database,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => (printed += chunk));
  await until(
    'the migration hangs',
    () => existsSync(arrived),
    child,
    () => printed,
  );
  const pid = Number(child.pid);
  return {
    pid,
    async kill(dies) {
      const ended = once(child, 'exit');
      process.kill(pid, 'SIGSTOP');
      const found = (await descendantsOf(pid)).filter(({ command }) => dies(command));
      // The janitor first, or it would begin.
      for (const one of found) process.kill(one.pid, 'SIGKILL');
      child.kill('SIGKILL');
      await ended;
    },
    async cancel() {
      const ended = once(child, 'exit');
      child.kill('SIGINT');
      return (await ended)[0];
    },
    watchLists: () => /^watchLists<<(\S+)\n(.+)\n\1$/m.exec(readFileSync(state, 'utf8'))?.[2] ?? '',
  };
}

function post(watchLists: string) {
  return spawnSync(process.execPath, [join(directory, 'post.js')], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], STATE_watchLists: watchLists },
  });
}

const isJanitor = (command: string): boolean => command.includes('--input-type=commonjs');
const said = 'Removed what the cancelled check had left behind.\n';

describe('a local server', () => {
  test.each([
    ['everything is killed', () => true],
    ['the action and its janitor are killed', isJanitor],
  ])('when %s', async (_, dies) => {
    const job = await hangingJob('local');
    const traces = await tracesOf(job.pid);
    await job.kill(dies);
    expect(traces.directories).toHaveLength(1);
    expect((await stillThere(traces)).directories).toEqual(traces.directories);

    expect(post(job.watchLists())).toMatchObject({ status: 0, stdout: said, stderr: '' });

    await eventually(() => stillThere(traces), nothing);
    expect(existsSync(job.watchLists())).toBe(false);
    expect((await (await testServer()).roles()).size).toBeGreaterThan(0);
  });
});

test('a job that is asked to stop cleans up by itself, and leaves nothing to do', async () => {
  const job = await hangingJob('local');
  const traces = await tracesOf(job.pid);
  expect(traces.directories).toHaveLength(1);

  expect(await job.cancel()).not.toBe(0);

  await eventually(() => stillThere(traces), nothing);
  expect(readdirSync(job.watchLists())).toEqual([]);
  expect(post(job.watchLists())).toMatchObject({ status: 0, stdout: '', stderr: '' });
});

describe.skipIf(!engine)('a container', () => {
  test('when everything is killed', async () => {
    const job = await hangingJob('container');
    await job.kill(() => true);
    expect(await containersOf(job.pid)).toHaveLength(1);

    expect(post(job.watchLists())).toMatchObject({ status: 0, stdout: said });

    expect(await containersOf(job.pid)).toEqual([]);
  });
});

test('after a run that ended by itself there is nothing to do, and nothing is said', async () => {
  const temp = await temporary();
  const state = join(temp, 'state');
  writeFileSync(state, '');
  const project = await writeProject({ 'migrations/versions/0001.py': revisionPy('0001', null, 'pass') });
  const env = { RUNNER_TEMP: temp, GITHUB_STATE: state, GITHUB_WORKSPACE: project, INPUT_DATABASE: 'local' };
  const { PATH, HOME } = process.env;
  spawnSync(process.execPath, [join(directory, 'action.js')], {
    env: { PATH, HOME, INPUT_PYTHON: pythonEnv('current'), ...env },
  });
  const watchLists = readdirSync(temp).filter((name) => name.startsWith('migrate-check-'));
  expect(watchLists).toHaveLength(1);
  expect(readdirSync(join(temp, watchLists[0] ?? ''))).toEqual([]);
  expect(post(join(temp, watchLists[0] ?? ''))).toMatchObject({ status: 0, stdout: '', stderr: '' });
  expect(readdirSync(temp)).toEqual(['state']);
});

test.each(['', '/no/such/directory'])('with %j to go by nothing happens', (watchLists) => {
  expect(post(watchLists)).toMatchObject({ status: 0, stdout: '', stderr: '' });
});

test('a program that has the number of ours by now is left alone, and half a line is none', async () => {
  const watchLists = join(await temporary(), 'watchLists');
  await mkdir(watchLists);
  const other = spawn('sleep', ['600'], { detached: true, stdio: 'ignore' });
  onTestFinished(() => void other.kill('SIGKILL'));
  const entry = { kind: 'program', pid: other.pid, signal: 'SIGKILL', startTicks: '1' };
  writeFileSync(join(watchLists, 'a.jsonl'), `${JSON.stringify([1, entry])}\n[2,{"kind":"dire`);
  expect(await removeLeftovers(watchLists)).toBe(1);
  expect((await stillThere({ pids: [Number(other.pid)], directories: [watchLists] })).pids).toEqual([
    other.pid,
  ]);
  expect(existsSync(watchLists)).toBe(false);
});
