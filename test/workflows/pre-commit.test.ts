/** The hook as pre-commit gets it: from a clone of the repository, with nothing installed. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { pythonEnv } from '../../scripts/python-env.ts';
import { bundled } from '../packaging/support/bundled.ts';
import { revisionPy, writeProject } from '../support/alembic.ts';
import { commit, git, makeRepository } from '../support/git.ts';
import { temporary } from '../support/temporary.ts';
import { root } from './support/workflow.ts';

const manifest = '.pre-commit-hooks.yaml';
const example = join(root, 'docs', 'examples', 'pre-commit-config.yaml');
const bundle = bundled();

async function preCommit(cwd: string, ...args: readonly string[]) {
  const home = await temporary();
  const { status, stdout, stderr } = spawnSync(join(dirname(pythonEnv('workflows')), 'pre-commit'), args, {
    cwd,
    encoding: 'utf8',
    env: {
      PATH: [dirname(process.execPath), dirname(pythonEnv('current')), process.env['PATH']].join(':'),
      HOME: process.env['HOME'],
      PRE_COMMIT_HOME: home,
    },
  });
  return { status, said: stdout + stderr };
}

test.each([
  ['validate-manifest', manifest],
  ['validate-config', example],
])('%s says that %s is as it should be', async (command, file) => {
  expect(await preCommit(root, command, file)).toEqual({ status: 0, said: '' });
});

/** A clone of ours at the version of the example: the manifest, and the bundle. */
async function ours(): Promise<string> {
  const directory = await temporary({ [manifest]: readFileSync(join(root, manifest), 'utf8') });
  cpSync(bundle, join(directory, 'dist'), { recursive: true });
  git(directory, 'init', '--quiet');
  commit(directory);
  git(directory, 'tag', 'v1.0.0');
  return directory;
}

/** A branch with one migration more than origin/main, and the example as its configuration. */
async function branch(downgrade: string): Promise<string> {
  const config = readFileSync(example, 'utf8').replace('https://github.com/org/migrate-check', await ours());
  const directory = await writeProject({ '.pre-commit-config.yaml': config });
  makeRepository(directory);
  git(directory, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
  const versions = join(directory, 'migrations', 'versions');
  mkdirSync(versions, { recursive: true });
  writeFileSync(
    join(versions, '0001.py'),
    revisionPy('0001', null, 'op.execute("CREATE TABLE t (a int)")', downgrade),
  );
  commit(directory);
  return directory;
}

const push = ['run', '--hook-stage', 'pre-push', '--from-ref', 'origin/main', '--to-ref', 'HEAD'];

test('a push with a migration that comes back goes through', async () => {
  const { status, said } = await preCommit(await branch('op.drop_table("t")'), ...push);
  expect(said).toMatch(/^migrate-check\.+Passed$/m);
  expect(status).toBe(0);
});

test('a push with one that does not is stopped, and says where', async () => {
  const { status, said } = await preCommit(await branch('pass'), ...push);
  expect(said).toMatch(/^migrate-check\.+Failed$/m);
  expect(said).toMatch(/migrations\/versions\/0001\.py:\d+/);
  expect(status).toBe(1);
});
