/** The action as the runner starts it: the bundle, its inputs as variables, its outputs in files. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bundled } from '../packaging/support/bundled.ts';
import { revisionPy, writeProject } from '../support/alembic.ts';
import { git } from '../support/git.ts';
import { type Ended, runStep, type StepOptions } from './support/runner.ts';

const root = join(import.meta.dirname, '..', '..');
const bundle = bundled();
const run = (inputs: Readonly<Record<string, string>>, more: Partial<StepOptions> = {}): Promise<Ended> =>
  runStep({ bundle, workspace: root, inputs, ...more });

const project = (name: string): string => `fixtures/projects/alembic/${name}`;

test('a defect fails the job, on the line of the migration', async () => {
  const { status, annotations, outputs, summary } = await run({
    directory: project('defect-enum-left-by-drop-table'),
  });
  expect(status).toBe(1);
  expect(annotations).toHaveLength(2);
  expect(annotations[0]).toBe('::error title=migrate-check::failed: 1 error');
  expect(annotations[1]).toMatch(
    /^::error title=enum-left-behind,file=fixtures\/projects\/alembic\/defect-enum-left-by-drop-table\/migrations\/versions\/\w+\.py,line=\d+/,
  );
  expect(outputs).toEqual({
    verdict: 'failed',
    errors: '1',
    warnings: '0',
    notices: '0',
    'not-checked': expect.stringMatching(/^\d+$/),
    head: '0001',
  });
  expect(summary).toContain('migrate-check: failed');
});

test('a clean project passes and has no annotation', async () => {
  const { status, annotations, outputs, summary } = await run({ directory: project('clean-async-env') });
  expect(annotations).toEqual([]);
  expect(outputs['verdict']).toBe('passed');
  expect(summary).toContain('passed');
  expect(status).toBe(0);
});

test('what a migration prints is no command to the runner', async () => {
  const says =
    'print("::warning::from the migration", flush=True)\nraise RuntimeError("\\n::warning::from the migration")';
  const directory = await writeProject({ 'migrations/versions/a.py': revisionPy('a', null, says) });
  const { stdout, annotations } = await run({ directory });
  const word = /^::stop-commands::(\w+)$/m.exec(stdout)?.[1];
  if (word === undefined) throw new Error('commands are not stopped');
  expect(stdout.split(word)[1]).toContain('::warning::from the migration');
  expect(annotations[0]).toBe('::error title=migrate-check::failed: 1 error');
  expect(annotations[1]).toMatch(/^::error title=upgrade-fails,/);
  expect(annotations).toHaveLength(2);
});

test('a setting that is wrong is told as an input, and fails the job', async () => {
  const { status, stdout } = await run({ postgres: 'nine', directory: project('clean-column-order') });
  expect(status).toBe(1);
  expect(stdout).toMatch(/^::error::postgres .*14 to 18/m);
});

test('only what the pull request changes is looked at', async () => {
  const head = git(root, 'rev-parse', 'HEAD').trim();
  const pull_request = { number: 7, base: { ref: 'main', sha: head }, head: { sha: head } };
  const { stdout, status } = await run(
    { directory: project('defect-header-differs') },
    { event: { name: 'pull_request', payload: { pull_request } } },
  );
  expect(status).toBe(0);
  expect(stdout).toMatch(/no migration was changed|nothing|not changed/i);
});

test('the migrations see neither the token nor what else the runner gives the action alone', async () => {
  const says = 'import os\nraise RuntimeError(str(sorted(os.environ.items())))';
  const workspace = await writeProject({ 'migrations/versions/a.py': revisionPy('a', null, says) });
  writeFileSync(join(workspace, 'migrate-check.yml'), 'env: [ACTIONS_RUNTIME_TOKEN, ADDED=yes]\n');
  const { stdout, outputs } = await run(
    { 'github-token': 'hunter2', json: 'report.json' },
    { workspace, env: { ACTIONS_RUNTIME_TOKEN: 'hunter3', SECRET_OF_THE_JOB: 'hunter4' } },
  );
  expect(outputs['json']).toBe(join(workspace, 'report.json'));
  const report = readFileSync(join(workspace, 'report.json'), 'utf8');
  expect(report).toContain("('ADDED', 'yes')");
  expect(`${report}${stdout.replace('::add-mask::hunter2', '')}`).not.toMatch(/hunter/);
});
