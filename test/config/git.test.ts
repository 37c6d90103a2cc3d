import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { changedFiles } from '../../src/config/changed-files.ts';
import { filesAtBase, gitRoot } from '../../src/config/git.ts';
import { commit, git, makeRepository } from '../support/git.ts';
import { temporary, write } from '../support/temporary.ts';

/** A repository whose branch `work` begins at `main`. */
async function repository(files: Readonly<Record<string, string>>): Promise<string> {
  const directory = await temporary(files);
  makeRepository(directory);
  return directory;
}

afterEach(() => vi.unstubAllEnvs());

describe('gitRoot', () => {
  test('is the top level, from any directory below it', async () => {
    const root = await repository({ 'a/b/c.py': '' });
    expect(await gitRoot(join(root, 'a/b'))).toBe(root);
  });

  test('is of the directory that is asked about, also in a hook', async () => {
    const root = await repository({ 'a.py': '' });
    const other = await repository({ 'b.py': '' });
    vi.stubEnv('GIT_DIR', join(other, '.git'));
    expect(await gitRoot(root)).toBe(root);
  });

  test('is nothing outside a repository, in a file and in a directory that is not there', async () => {
    const directory = await temporary({ 'a.py': '' });
    expect(await gitRoot(directory)).toBeUndefined();
    expect(await gitRoot(join(directory, 'a.py'))).toBeUndefined();
    expect(await gitRoot(join(directory, 'nowhere'))).toBeUndefined();
  });
});

describe('what cannot be told', () => {
  const refusal = (message: string | RegExp, hint: string | RegExp) =>
    expect.objectContaining({
      code: 'git-failed',
      message: typeof message === 'string' ? message : expect.stringMatching(message),
      hint: typeof hint === 'string' ? hint : expect.stringMatching(hint),
    });

  test('outside a repository', async () => {
    const root = await temporary();
    await expect(changedFiles(root, 'main')).rejects.toEqual(
      refusal(`${root} is not in a git repository`, 'Check everything instead: --scope all'),
    );
  });

  test('since a ref that is not there', async () => {
    const root = await repository({ '1.py': '' });
    await expect(changedFiles(root, 'origin/main')).rejects.toEqual(
      refusal('There is no git ref origin/main', 'Check the name, or fetch it: git fetch origin main'),
    );
  });

  test.each(['--output=/tmp/x', '-n', ''])('since %j, which is no ref', async (since) => {
    const root = await repository({ '1.py': '' });
    await expect(changedFiles(root, since)).rejects.toEqual(
      refusal(`${JSON.stringify(since)} is no git ref`, /^Name a branch/),
    );
  });

  test('in a shallow clone that lacks the ref, or the commit where the branches part', async () => {
    const origin = await repository({ '1.py': '' });
    await write(origin, { '2.py': '' });
    commit(origin);
    git(origin, 'switch', '--quiet', 'main');
    await write(origin, { '3.py': '' });
    commit(origin);
    const root = join(await temporary(), 'clone');
    git('/', 'clone', '--quiet', '--depth=1', '--branch=work', `file://${origin}`, root);
    await expect(changedFiles(root, 'origin/main')).rejects.toEqual(
      refusal('There is no git ref origin/main in this shallow clone', /fetch-depth: 0/),
    );
    git(root, 'fetch', '--quiet', '--depth=1', 'origin', 'main:refs/remotes/origin/main');
    await expect(changedFiles(root, 'origin/main')).rejects.toEqual(
      refusal('This clone is too shallow to tell what changed since origin/main', /fetch-depth: 0/),
    );
  });

  test('since a branch that has nothing in common', async () => {
    const root = await repository({ '1.py': '' });
    git(root, 'switch', '--quiet', '--orphan', 'other');
    await write(root, { '2.py': '' });
    commit(root);
    await expect(changedFiles(root, 'main')).rejects.toEqual(
      refusal('HEAD and main have no commit in common', /^Name a ref/),
    );
  });

  test('without git', async () => {
    const root = await repository({ '1.py': '' });
    vi.stubEnv('PATH', join(root, 'no-programs'));
    await expect(changedFiles(root, 'main')).rejects.toEqual(
      refusal(/^git is not installed/, /^Install git/),
    );
  });
});

describe('filesAtBase', () => {
  test('reads what the branch began with, whatever is there now, and nothing where nothing was', async () => {
    const root = await repository({ 'a b/ü.yml': 'then\n', 'c.yml': 'c' });
    await write(root, { 'a b/ü.yml': 'now', 'new.yml': 'now' });
    commit(root);
    const base = await filesAtBase(root, 'main');
    expect(await base('a b/ü.yml')).toBe('then\n');
    expect(await base('new.yml')).toBeUndefined();
    expect(await base('../c.yml')).toBeUndefined();
    expect(await (await filesAtBase(join(root, 'a b'), 'main'))('ü.yml')).toBe('then\n');
  });

  test('of a ref that there is not is refused', async () => {
    const root = await repository({ 'c.yml': 'c' });
    await expect(filesAtBase(root, 'nowhere')).rejects.toMatchObject({ code: 'git-failed' });
  });
});
