/** The job for GitLab: what its script does where npm, Python and the server are what the job has of them. */
import { spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { chmod, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { pythonEnv } from '../../scripts/python-env.ts';
import { urlOf } from '../database/support/url.ts';
import { bundled } from '../packaging/support/bundled.ts';
import { revisionPy, writeProject } from '../support/alembic.ts';
import { commit, git, makeRepository } from '../support/git.ts';
import { testDatabase } from '../support/postgres.ts';
import { temporary, write } from '../support/temporary.ts';
import { root } from './support/workflow.ts';

interface Job {
  readonly script: readonly string[];
  readonly artifacts: { readonly reports: Readonly<Record<string, string>> };
}

const bundle = bundled();
const text = await readFile(join(root, 'docs', 'examples', 'gitlab-ci.yml'), 'utf8');
const { migrations: job } = parse(text) as { readonly migrations: Job };

/** The program of that name that the script finds first: what npm would have fetched. */
async function npx(): Promise<string> {
  const directory = await temporary({
    npx: `#!/bin/sh\n[ "$1 $2" = "--yes migrate-check@1" ] || exit 99\nshift 2\nexec "${process.execPath}" "${bundle}/cli.js" "$@"\n`,
  });
  await chmod(join(directory, 'npx'), 0o755);
  return directory;
}

/** A branch with one migration more, and the status of the job on its merge request; or on the branch itself. */
async function merged(downgrade: string, { isMergeRequest = true } = {}) {
  const directory = await writeProject({ '.gitignore': '.venv\n' });
  makeRepository(directory);
  const base = git(directory, 'rev-parse', 'HEAD').trim();
  const migration = revisionPy('0001', null, 'op.execute("CREATE TABLE t (a int)")', downgrade);
  await write(directory, { 'migrations/versions/0001.py': migration });
  commit(directory);
  symlinkSync(dirname(dirname(pythonEnv('current'))), join(directory, '.venv'));
  const { address } = await testDatabase();
  const done = spawnSync('sh', ['-ec', job.script.join('\n')], {
    cwd: directory,
    encoding: 'utf8',
    env: {
      PATH: `${await npx()}:${process.env['PATH']}`,
      HOME: process.env['HOME'],
      ...(isMergeRequest ? { CI_MERGE_REQUEST_DIFF_BASE_SHA: base } : {}),
      MIGRATE_CHECK_DATABASE_URL: urlOf(address, { database: 'postgres' }),
    },
  });
  return { ...done, directory };
}

const { codequality = '', junit = '' } = job.artifacts.reports;

test('a migration that leaves something behind fails the job, and is in both reports', async () => {
  const { status, stderr, directory } = await merged('pass');
  expect(status, stderr).toBe(1);
  const findings = JSON.parse(await readFile(join(directory, codequality), 'utf8'));
  expect(findings).toMatchObject([{ location: { path: 'migrations/versions/0001.py' } }]);
  expect(await readFile(join(directory, junit), 'utf8')).toContain('<failure');
});

test('one that comes back passes, and the reports are there all the same', async () => {
  const { status, stderr, directory } = await merged('op.drop_table("t")');
  expect(status, stderr).toBe(0);
  expect(JSON.parse(await readFile(join(directory, codequality), 'utf8'))).toEqual([]);
  expect(await readFile(join(directory, junit), 'utf8')).not.toContain('<failure');
});

test('on a branch all revisions are checked: merge requests are compared with the report from there', async () => {
  const { status, stdout, stderr, directory } = await merged('pass', { isMergeRequest: false });
  expect(status, stderr).toBe(1);
  expect(stdout).not.toContain('since');
  const findings = JSON.parse(await readFile(join(directory, codequality), 'utf8'));
  expect(findings).toMatchObject([{ location: { path: 'migrations/versions/0001.py' } }]);
});
