import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { changedFiles, isUntouched } from '../../src/config/changed-files.ts';
import { commit, git, makeRepository } from '../support/git.ts';
import { temporary, write } from '../support/temporary.ts';

/** A repository whose branch `work` begins at `main`. */
async function repository(files: Readonly<Record<string, string>>): Promise<string> {
  const directory = await temporary(files);
  makeRepository(directory);
  return directory;
}

/** The same with a submodule `sub`, in which the branch has one more file: that of the submodule is the only change. */
async function withSubmodule(): Promise<string> {
  const other = await repository({ 'm/1.py': '' });
  const root = await temporary({ 'a.py': '' });
  git(root, 'init', '--quiet', '--initial-branch=main');
  git(root, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', other, 'sub');
  commit(root);
  git(root, 'switch', '--quiet', '-c', 'work');
  await write(root, { 'sub/m/2.py': '' });
  commit(join(root, 'sub'));
  commit(root);
  return root;
}

const changed = async (root: string, since = 'main'): Promise<readonly string[]> =>
  [...(await changedFiles(root, since))].sort();

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

  test('what a link leads to has changed with it, and a link to nowhere is only itself', async () => {
    const root = await repository({ 'shared/1.py': '', 'shared/more/2.py': '' });
    await mkdir(join(root, 'versions'));
    await symlink('../shared/1.py', join(root, 'versions/1.py'));
    await symlink('../shared/more', join(root, 'versions/more'));
    await symlink('nowhere', join(root, 'broken'));
    commit(root);
    expect(await changed(root)).toEqual([
      'broken',
      'shared/1.py',
      'shared/more',
      'versions/1.py',
      'versions/more',
    ]);
  });

  test('a submodule is one of them, and so is a repository that nobody has committed', async () => {
    const root = await withSubmodule();
    await write(root, { 'clone/1.py': '' });
    makeRepository(join(root, 'clone'));
    expect(await changed(root)).toEqual(['clone', 'sub']);
  });

  test('a byte that is no text is the sign for it', async () => {
    const root = await repository({ '1.py': '' });
    await writeFile(Buffer.from(`${root}/a\xe2\x82b\xff.py`, 'latin1'), 'x');
    expect(await changed(root)).toEqual(['a\ufffdb\ufffd.py']);
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

  test('what a link below a path leads to counts, wherever it is in the repository', async () => {
    const root = await repository({ 'shared/1.py': 'x', 'b.py': '' });
    await mkdir(join(root, 'versions'));
    await symlink('../shared/1.py', join(root, 'versions/1.py'));
    await symlink('/etc/hostname', join(root, 'versions/outside'));
    commit(root);
    git(root, 'branch', '--force', 'main');
    await write(root, { 'b.py': 'edited' });
    expect(await untouched(root, 'versions')).toBe(true);
    await write(root, { 'shared/1.py': 'edited' });
    expect(await untouched(root, 'versions')).toBe(false);
  });

  test('what is in a submodule is touched when that is', async () => {
    const root = await withSubmodule();
    expect(await untouched(root, 'a.py')).toBe(true);
    expect(await untouched(root, 'sub/m')).toBe(false);
    git(root, 'branch', '--force', 'main');
    expect(await untouched(root, 'sub/m')).toBe(true);
  });
});
