/** What the release does in its own words, on a repository that is thrown away, with stand-ins for GitHub and npm. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { git, makeRepository } from '../support/git.ts';
import { tip } from '../support/remote.ts';
import { temporary } from '../support/temporary.ts';
import { ownWorkflows } from './support/workflow.ts';

/** The script of a step, as the runner would run it. */
function scriptOf(job: string, name: string): string {
  const workflow = ownWorkflows.find(({ file }) => file.endsWith('/release.yml'));
  const step = workflow?.jobs[job]?.steps.find((one) => one.name === name);
  if (step?.run === undefined) throw new Error(`release.yml has no step ${name}`);
  return step.run;
}

interface World {
  readonly cwd: string;
  readonly tag: string;
  readonly sha?: string;
  /** Releases that GitHub has, and whether it and npm have this one already. */
  readonly tags?: readonly string[];
  readonly isThere?: boolean;
}

/** Runs a step; answers its status and what it asked GitHub and npm to change. */
async function run(script: string, { cwd, tag, sha = 'c0ffee', tags = [], isThere = false }: World) {
  const bin = await temporary({
    gh: `#!/bin/sh
case "$*" in
  "release view"*) ${isThere ? 'exit 0' : 'exit 1'} ;;
  "release list"*) printf '${tags.map((one) => `${one}\\n`).join('')}' ;;
  *"--method PATCH"*) echo "gh $*" >>"$DONE"; case "$*" in *tags/v9*) exit 1 ;; esac ;;
  *) echo "gh $*" >>"$DONE" ;;
esac
`,
    npm: `#!/bin/sh
case "$1" in
  view) ${isThere ? 'echo 1.0.0' : 'exit 1'} ;;
  *) echo "npm $*" >>"$DONE" ;;
esac
`,
  });
  for (const name of ['gh', 'npm']) chmodSync(join(bin, name), 0o755);
  const done = join(bin, 'done');
  const env = {
    PATH: `${bin}:${process.env['PATH']}`,
    DONE: done,
    GITHUB_REF_NAME: tag,
    GITHUB_SHA: sha,
    GITHUB_REPOSITORY: 'org/migrate-check',
  };
  const { status } = spawnSync('bash', ['-e', '-c', script], { cwd, env });
  return { status, done: existsSync(done) ? readFileSync(done, 'utf8').trimEnd().split('\n') : [] };
}

/** A repository at a version, with a branch that is not merged. */
async function repository(): Promise<string> {
  const directory = await temporary({ 'package.json': '{"type":"module","version":"1.2.3"}' });
  makeRepository(directory);
  git(directory, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
  return directory;
}

const verify = scriptOf('verify', 'The tag is that of package.json, and on main');

test('a tag that is not the version of the package is refused, and so is one beside main', async () => {
  const cwd = await repository();
  const sha = tip(cwd);
  expect((await run(verify, { cwd, tag: 'v1.2.3', sha })).status).toBe(0);
  expect((await run(verify, { cwd, tag: 'v1.2.4', sha })).status).not.toBe(0);
  git(cwd, 'commit', '--quiet', '--allow-empty', '-m', 'beside');
  expect((await run(verify, { cwd, tag: 'v1.2.3', sha: tip(cwd) })).status).not.toBe(0);
});

test('a release is made once, and published once: a job that is run again finds both', async () => {
  const cwd = await temporary({ 'migrate-check-1.2.3.tgz': '' });
  const scripts = [scriptOf('release', 'Release'), scriptOf('release', 'Publish')].join('\n');
  const first = await run(scripts, { cwd, tag: 'v1.2.3' });
  expect(first).toEqual({
    status: 0,
    done: [
      'gh release create v1.2.3 --repo org/migrate-check --verify-tag --generate-notes ./migrate-check-1.2.3.tgz',
      'npm publish ./migrate-check-1.2.3.tgz',
    ],
  });
  expect(await run(scripts, { cwd, tag: 'v1.2.3', isThere: true })).toEqual({ status: 0, done: [] });
});

const move = scriptOf('release', 'Move the tag of the major version');

test.each([
  ['to the newest release', 'v1.10.0', ['v1.10.0', 'v2.0.0', 'v10.1.0', 'v1.9.3', 'v1.2.0'], ['PATCH']],
  ['not back to an older one', 'v1.9.3', ['v1.2.0', 'v1.9.3', 'v1.10.0'], []],
  ['and is made where it is not there yet', 'v9.0.0', ['v9.0.0'], ['PATCH', 'POST']],
])('the tag of the major version moves %s', async (_, tag, tags, methods) => {
  const { status, done } = await run(move, { cwd: await temporary(), tag, tags });
  expect(status).toBe(0);
  expect(done.map((line) => /--method (\w+)/.exec(line)?.[1])).toEqual(methods);
  for (const line of done) expect(line).toContain('-f sha=c0ffee');
});
