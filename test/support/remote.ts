import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { commit, git, makeRepository } from './git.ts';
import { temporary, write } from './temporary.ts';

export interface Remote {
  readonly url: string;
  readonly directory: string;
  /** main when the branch began, and what is merged of both. */
  readonly base: string;
  readonly head: string;
  readonly merge: string;
}

export const tip = (directory: string, name = 'HEAD'): string => git(directory, 'rev-parse', name).trim();

export interface Content {
  /** Files of main when the branch began, those that the branch adds, and those that main has got since. */
  readonly before?: Readonly<Record<string, string>>;
  readonly branch?: Readonly<Record<string, string>>;
  readonly since?: Readonly<Record<string, string>>;
}

/** A repository that others fetch from, with a pull request that is merged as GitHub does; `others`: commits of main since it began. */
export async function remoteWith(
  { before = { 'a.txt': 'a\n' }, branch = { 'b.txt': 'b\n' }, since = {} }: Content = {},
  others = 1,
): Promise<Remote> {
  const directory = await temporary(before);
  makeRepository(directory);
  git(directory, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
  await write(directory, branch);
  commit(directory);
  const head = tip(directory);
  git(directory, 'switch', '--quiet', 'main');
  for (let at = 0; at < others; at += 1) {
    await write(directory, { [`other${at}.txt`]: 'x\n', ...since });
    commit(directory);
  }
  const base = tip(directory);
  git(directory, 'switch', '--quiet', '--detach', 'main');
  git(directory, 'merge', '--quiet', '--no-ff', '-m', 'merge', 'work');
  const merge = tip(directory);
  git(directory, 'update-ref', 'refs/pull/7/merge', merge);
  git(directory, 'switch', '--quiet', 'main');
  return { url: pathToFileURL(directory).href, directory, base, head, merge };
}

/** Fetches one commit, with `depth` of its history or all of it, and checks it out. */
export async function checkout({ url }: Remote, of: string, depth?: number): Promise<string> {
  const directory = join(await temporary(), 'checkout');
  git('.', 'init', '--quiet', directory);
  git(directory, 'remote', 'add', 'origin', url);
  const deep = depth === undefined ? [] : [`--depth=${depth}`];
  git(directory, 'fetch', '--quiet', '--no-tags', ...deep, 'origin', of);
  git(directory, 'checkout', '--quiet', '--detach', of);
  return directory;
}
