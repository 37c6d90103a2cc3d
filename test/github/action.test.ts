/** The action as the runner starts it: the bundle, its inputs as variables, its outputs in files. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { pythonEnv } from '../../scripts/python-env.ts';
import { revisionPy, writeProject } from '../support/alembic.ts';

const root = join(import.meta.dirname, '..', '..');

function run(
  inputs: Readonly<Record<string, string>>,
  event: { name: string; payload: unknown } = { name: 'push', payload: {} },
) {
  const scratch = mkdtempSync(join(tmpdir(), 'migrate-check-action-'));
  onTestFinished(() => rmSync(scratch, { recursive: true }));
  const [outputs, payload] = [join(scratch, 'outputs'), join(scratch, 'event.json')];
  writeFileSync(outputs, '');
  writeFileSync(payload, JSON.stringify(event.payload));
  const given = Object.entries({ python: pythonEnv('current'), database: 'local', ...inputs });
  const done = spawnSync(process.execPath, [join(root, 'dist', 'action.js')], {
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      GITHUB_WORKSPACE: root,
      GITHUB_EVENT_NAME: event.name,
      GITHUB_EVENT_PATH: payload,
      GITHUB_OUTPUT: outputs,
      SECRET_OF_THE_JOB: 'hunter2',
      ...Object.fromEntries(given.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    },
  });
  return { ...done, outputs: readFileSync(outputs, 'utf8') };
}

const project = (name: string): string => `fixtures/projects/alembic/${name}`;
const commands = (stdout: string): readonly string[] =>
  stdout.split('\n').filter((line) => line.startsWith('::error') || line.startsWith('::warning'));

test('a defect fails the job, on the line of the migration', () => {
  const { status, stdout, outputs } = run({ directory: project('defect-enum-left-by-drop-table') });
  expect(status).toBe(1);
  const [first, last] = commands(stdout);
  expect(first).toMatch(
    /^::error title=enum-left-behind,file=fixtures\/projects\/alembic\/defect-enum-left-by-drop-table\/migrations\/versions\/\w+\.py,line=\d+/,
  );
  expect(last).toBe('::error::failed: 1 error');
  expect(outputs).toContain('failed');
});

test('a clean project passes and has no annotation', () => {
  const { status, stdout, outputs } = run({ directory: project('clean-async-env') });
  expect(commands(stdout)).toEqual([]);
  expect(outputs).toContain('passed');
  expect(status).toBe(0);
});

test('what a migration prints is no command to the runner', async () => {
  const says =
    'print("::warning::from the migration", flush=True)\nraise RuntimeError("\\n::warning::from the migration")';
  const directory = await writeProject({ 'migrations/versions/a.py': revisionPy('a', null, says) });
  const { stdout } = run({ directory });
  const word = /^::stop-commands::(\w+)$/m.exec(stdout)?.[1];
  if (word === undefined) throw new Error('commands are not stopped');
  const [, between = '', after = ''] = stdout.split(word);
  expect(between).toContain('::warning::from the migration');
  const [found, end] = commands(after);
  expect(found).toMatch(/^::error title=upgrade-fails,/);
  expect(end).toBe('::error::failed: 1 error');
});

test('a setting that is wrong is told as an input, and fails the job', () => {
  const { status, stdout } = run({ postgres: 'nine', directory: project('clean-column-order') });
  expect(status).toBe(1);
  expect(stdout).toMatch(/^::error::postgres .*14 to 18/m);
});

test('only what the pull request changes is looked at', () => {
  const head = spawnSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).stdout.trim();
  const { stdout, status } = run(
    { directory: project('defect-header-differs') },
    { name: 'pull_request', payload: { pull_request: { base: { sha: head } } } },
  );
  expect(status).toBe(0);
  expect(stdout).toMatch(/nothing|not changed|0 revisions/);
});
