import { rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { changedFiles, filesAtBase, gitRoot, isUntouched } from '../../src/config/git.ts';
import { commit, git, makeRepository } from '../support/git.ts';
import { temporary, write } from './temporary.ts';

/** A repository whose branch `work` begins at `main`. */
async function repository(files: Readonly<Record<string, string>>): Promise<string> {
  const directory = await temporary(files);
  makeRepository(directory);
  return directory;
}

const changed = async (root: string, since = 'main'): Promise<readonly string[]> =>
  [...(await changedFiles(root, since))].sort();

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

describe('changedFiles', () => {
  test('are those that the branch added or edited, not those that main did since', async () => {
    const root = await repository({ '1.py': 'one', '2.py': 'two' });
    await write(root, { '2.py': 'edited', '3.py': 'three' });
    commit(root);
    git(root, 'switch', '--quiet', 'main');
    await write(root, { '1.py': 'edited on main', '4.py': 'four' });
    commit(root);
    git(root, 'switch', '--quiet', 'work');
    expect(await changed(root)).toEqual(['2.py', '3.py']);
  });

  test('are committed or not: staged, edited and untracked ones, but no ignored ones', async () => {
    const root = await repository({ 'edited.py': '', '.gitignore': 'ignored.py\n' });
    await write(root, { 'staged.py': 'x' });
    git(root, 'add', 'staged.py');
    await write(root, { 'edited.py': 'x', 'new/untracked.py': '', 'ignored.py': '' });
    expect(await changed(root)).toEqual(['edited.py', 'new/untracked.py', 'staged.py']);
  });

  test('a renamed file has its new name, a deleted one is not there', async () => {
    const root = await repository({ 'old.py': 'the same text\n'.repeat(20), 'gone.py': 'x' });
    git(root, 'mv', 'old.py', 'new.py');
    git(root, 'rm', '--quiet', 'gone.py');
    commit(root);
    expect(await changed(root)).toEqual(['new.py']);
  });

  test('an edit that was taken back is no change', async () => {
    const root = await repository({ '1.py': 'one' });
    await write(root, { '1.py': 'two' });
    commit(root);
    await write(root, { '1.py': 'one' });
    expect(await changed(root)).toEqual([]);
  });

  test.each(['a b.py', 'ünïcode-日本.py', 'quote"\'.py', 'tab\tand\nline.py', '-dash.py', ':colon.py'])(
    'a name such as %j is given as it is',
    async (name) => {
      const root = await repository({ '1.py': '' });
      await write(root, { [name]: 'x', [`untracked/${name}`]: 'x' });
      git(root, 'add', '--', `./${name}`);
      git(root, 'commit', '--quiet', '-m', 'odd');
      expect(await changed(root)).toEqual([name, `untracked/${name}`].sort());
    },
  );

  test('are relative to a root that is below the top level', async () => {
    const root = await repository({ 'a/1.py': '', 'b/1.py': '' });
    await write(root, { 'a/1.py': 'x', 'a/new.py': '', 'b/1.py': 'x', 'b/new.py': '' });
    expect(await changed(join(root, 'a'))).toEqual(['1.py', 'new.py']);
  });

  test('a tag and a commit do as well as a branch', async () => {
    const root = await repository({ '1.py': '' });
    git(root, 'tag', 'v1');
    const first = git(root, 'rev-parse', 'HEAD').trim();
    await write(root, { '2.py': '' });
    expect(await changed(root, 'v1')).toEqual(['2.py']);
    expect(await changed(root, first.slice(0, 8))).toEqual(['2.py']);
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
      refusal(`${root} is not in a git repository`, 'Leave --since out to check everything'),
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

describe('isUntouched', () => {
  const untouched = (root: string, ...paths: readonly string[]): Promise<boolean> =>
    isUntouched(
      root,
      'main',
      paths.map((path) => join(root, path)),
    );

  test('is told of files and of directories, whether or not they are there', async () => {
    const root = await repository({ 'a/1.py': '', 'b/2.py': '', 'c.py': '' });
    await write(root, { 'a/1.py': 'x', 'new.py': '' });
    expect(await untouched(root, 'b', 'c.py', 'nowhere')).toBe(true);
    expect(await untouched(root, 'b', 'a')).toBe(false);
    expect(await untouched(root, 'a/1.py')).toBe(false);
    expect(await untouched(root, 'new.py')).toBe(false);
    expect(await untouched(root, '.')).toBe(false);
  });

  test('what is deleted or moved away was touched where it was', async () => {
    const root = await repository({ 'a/1.py': 'one', 'b/2.py': 'two' });
    git(root, 'rm', '--quiet', 'a/1.py');
    git(root, 'mv', 'b/2.py', 'c.py');
    commit(root);
    expect(await untouched(root, 'a')).toBe(false);
    expect(await untouched(root, 'b')).toBe(false);
  });

  test('names are no patterns, and what lies outside cannot be touched', async () => {
    const root = await repository({ 'a/1.py': '', '[ab]/2.py': '' });
    await write(root, { 'a/1.py': 'x' });
    expect(await untouched(root, '[ab]', ':(glob)**')).toBe(true);
    expect(await untouched(root, '../elsewhere')).toBe(true);
    await write(root, { '[ab]/2.py': 'x' });
    expect(await untouched(root, '../elsewhere', '[ab]')).toBe(false);
  });

  test('links are followed: the link and what it leads to both count', async () => {
    const root = await repository({ 'real/a/1.py': '', 'real/2.py': '' });
    await symlink('real', join(root, 'link'));
    commit(root);
    git(root, 'branch', '--force', 'main');
    expect(await untouched(root, 'link', 'link/a', 'link/2.py')).toBe(true);
    await write(root, { 'real/a/1.py': 'x' });
    expect(await untouched(root, 'link/2.py')).toBe(true);
    expect(await untouched(root, 'link/a')).toBe(false);
    await rm(join(root, 'real/2.py'));
    expect(await untouched(root, 'link/2.py')).toBe(false);
    git(root, 'checkout', '--quiet', '.');
    await rm(join(root, 'link'));
    await symlink('real/a', join(root, 'link'));
    expect(await untouched(root, 'link')).toBe(false);
  });

  test('what main did since is nothing of the branch', async () => {
    const root = await repository({ 'a/1.py': '' });
    git(root, 'switch', '--quiet', 'main');
    await write(root, { 'a/2.py': '' });
    commit(root);
    git(root, 'switch', '--quiet', 'work');
    expect(await untouched(root, 'a')).toBe(true);
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
