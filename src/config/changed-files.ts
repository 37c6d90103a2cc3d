import { access, lstat, realpath } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { directoriesOf, isAbove } from '../model/place.ts';
import { demand, mergeBase } from './git.ts';

/**
 * What differs from the merge base of `since` and HEAD below `root`, relative to it: committed, staged, not staged and
 * untracked files. A renamed file has its new name; a deleted one is not there. Beside a symbolic link stands what it
 * leads to; a submodule is a directory, and stands for all of its files. SetupError `git-failed`.
 */
export async function changedFiles(root: string, since: string): Promise<ReadonlySet<string>> {
  const base = await mergeBase(root, since);
  // Against the working tree, which holds all that is not committed as well.
  const changed = [
    'diff',
    '--name-only',
    '--no-renames',
    '--diff-filter=d',
    '--no-ext-diff',
    '--relative',
    '-z',
    base,
  ];
  const untracked = ['ls-files', '--others', '--exclude-standard', '-z'];
  const lists = await Promise.all([demand(root, [...changed, '--']), demand(root, untracked)]);
  const files = lists.flatMap((list) => list.split('\0').filter(Boolean));
  const top = await realpath(root);
  const targets = await Promise.all(files.map((file) => targetOf(top, file)));
  // Git ends the name of a repository within this one with a stroke.
  return new Set([...files.map((file) => file.replace(/\/$/, '')), ...targets.flat()]);
}

/** What a symbolic link leads to, relative to the root; nothing of anything else. */
async function targetOf(root: string, file: string): Promise<readonly string[]> {
  const path = join(root, file);
  const isLink = await lstat(path).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );
  if (!isLink) return [];
  return realpath(path).then(
    (target) => [relative(root, target)],
    () => [],
  );
}

/**
 * Whether nothing at these paths or below them, which are absolute, differs from the merge base of `since` and HEAD in
 * any way: no file of theirs was added, edited or deleted, nor what their symbolic links lead to, nor the submodule that
 * they are in. `root` is without symbolic links, and what lies outside it cannot differ. SetupError `git-failed`.
 */
export async function isUntouched(root: string, since: string, paths: readonly string[]): Promise<boolean> {
  const base = await mergeBase(root, since);
  const asked = within(root, (await Promise.all(paths.map(withTarget))).flat());
  if (asked.length === 0) return true;
  const [links, modules] = await Promise.all([linksBelow(root, asked), modulesAbove(root, asked)]);
  const led = await Promise.all(links.map((link) => targetOf(root, link)));
  const places = ['--', ...asked, ...led.flat().filter((path) => !isAbove(path)), ...modules];
  const lists = await Promise.all([
    demand(root, ['--literal-pathspecs', 'diff', '--name-only', '--no-ext-diff', '-z', base, ...places]),
    demand(root, ['--literal-pathspecs', 'ls-files', '--others', '--exclude-standard', '-z', ...places]),
  ]);
  return lists.every((list) => list === '');
}

/** Those inside, relative to the root, which itself has no name that is not empty. */
const within = (root: string, paths: readonly string[]): readonly string[] =>
  paths.map((path) => relative(root, path) || '.').filter((path) => !isAbove(path));

/** Git follows no symbolic link: a path below the real directory, and what it leads to where it is a link itself. */
async function withTarget(path: string): Promise<readonly string[]> {
  const directory = await realpath(dirname(path)).catch(() => dirname(path));
  return [join(directory, basename(path)), await realpath(path).catch(() => path)];
}

/** Symbolic links that git has at these paths or below them. */
async function linksBelow(root: string, paths: readonly string[]): Promise<readonly string[]> {
  const list = await demand(root, ['--literal-pathspecs', 'ls-files', '--stage', '-z', '--', ...paths]);
  return list.split('\0').flatMap((entry) => /^120000 .*?\t([\s\S]+)$/.exec(entry)?.[1] ?? []);
}

/** Submodules that these paths are in: of what is in there git says nothing, only of the submodule as a whole. */
async function modulesAbove(root: string, paths: readonly string[]): Promise<readonly string[]> {
  const directories = [...new Set(paths.flatMap(directoriesOf))];
  const each = directories.map((directory) =>
    access(join(root, directory, '.git')).then(
      () => [directory],
      () => [],
    ),
  );
  return (await Promise.all(each)).flat();
}
