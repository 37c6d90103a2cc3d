/** A change of what surrounds the revisions and of no revision: they are upgraded through it, as a deployment would. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pythonEnv } from '../../scripts/python-env.ts';
import { parseReport } from '../../src/reporters/read-report.ts';
import { envPy, revisionPy } from '../support/alembic.ts';
import { makeRepository } from '../support/git.ts';
import { temporary, write } from '../support/temporary.ts';
import { command } from './command.ts';

const before = {
  'alembic.ini': '[alembic]\nscript_location = migrations\n',
  'migrations/env.py': envPy(),
  'migrations/versions/a.py': revisionPy(
    'a',
    null,
    'op.create_table("t", sa.Column("id", sa.Integer, primary_key=True))',
  ),
  'migrations/versions/b.py': revisionPy('b', 'a', 'op.add_column("t", sa.Column("n", sa.Integer))'),
};

async function checked(change: Readonly<Record<string, string>>) {
  const root = await temporary(before);
  makeRepository(root);
  await write(root, change);
  return command(flags(), { cwd: root });
}

const flags = () => [
  '--since',
  'main',
  '--database',
  'local',
  '--python',
  pythonEnv('current'),
  '--json',
  '-',
];

test('an env.py that still does its work is passed: one plain upgrade to the heads', async () => {
  const { code, stdout } = await checked({ 'migrations/env.py': `${envPy()}\n# edited\n` });
  const { plan, observations, verdict } = parseReport(stdout);
  expect({ code, verdict }).toEqual({ code: 0, verdict: 'passed' });
  expect(plan.steps).toEqual([
    { kind: 'upgrade', revision: 'a' },
    { kind: 'upgrade', revision: 'b' },
    { kind: 'rehearsal' },
  ]);
  expect(observations.rehearsal).toMatchObject({ moves: 2, foundHeads: ['b'], differences: [] });
});

test('one that no longer commits is found, although no revision is in scope', async () => {
  const env = envPy().replace('with context.begin_transaction():', 'if True:');
  expect(env).not.toBe(envPy());
  const { code, stdout } = await checked({ 'migrations/env.py': env });
  expect(parseReport(stdout).findings.map(({ rule }) => rule)).toContain('head-not-reached');
  expect(code).toBe(1);
});

test('one that fails is told as a fault of the set-up', async () => {
  const { code, stderr } = await checked({ 'migrations/env.py': 'raise RuntimeError("no such setting")\n' });
  expect(code).toBe(2);
  expect(stderr).toContain('no such setting');
});

test('one that misses a file that is taken away from beside it, too', async () => {
  const root = await temporary({
    ...before,
    'migrations/env.py': `import runpy\nrunpy.run_path("migrations/names.py")\n${envPy()}`,
    'migrations/names.py': '',
  });
  makeRepository(root);
  await rm(join(root, 'migrations/names.py'));
  const { code, stderr } = await command(flags(), { cwd: root });
  expect(code).toBe(2);
  expect(stderr).toContain('names.py');
});

test('what is beside the revisions and no part of them starts no server', async () => {
  const { code, stdout } = await checked({ 'app.py': '', 'README.md': '' });
  expect(code).toBe(0);
  expect(parseReport(stdout).plan.steps).toEqual([]);
});
