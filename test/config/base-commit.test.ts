/** The commit that a checkout is compared with, in checkouts as actions/checkout makes them. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { addedLines } from '../../src/config/added-lines.ts';
import { baseCommit, fetchCommit } from '../../src/config/base-commit.ts';
import { changedFiles } from '../../src/config/git.ts';
import { commit, git, makeRepository } from '../support/git.ts';
import { temporary, write } from './temporary.ts';

interface Remote {
  readonly url: string;
  readonly directory: string;
  /** main when the branch began, and what is merged of both. */
  readonly base: string;
  readonly head: string;
  readonly merge: string;
}

const tip = (directory: string, name = 'HEAD'): string => git(directory, 'rev-parse', name).trim();

/** A branch that adds b.txt, and main, which has got `others` commits since it began; merged as GitHub does. */
async function remote(others = 1): Promise<Remote> {
  const directory = await temporary({ 'a.txt': 'a\n' });
  makeRepository(directory);
  git(directory, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
  await write(directory, { 'b.txt': 'b\n' });
  commit(directory);
  const head = tip(directory);
  git(directory, 'switch', '--quiet', 'main');
  for (let at = 0; at < others; at += 1) {
    await write(directory, { [`other${at}.txt`]: 'x\n' });
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
async function checkout({ url }: Remote, of: string, depth?: number): Promise<string> {
  const directory = join(await temporary(), 'checkout');
  git('.', 'init', '--quiet', directory);
  git(directory, 'remote', 'add', 'origin', url);
  const deep = depth === undefined ? [] : [`--depth=${depth}`];
  git(directory, 'fetch', '--quiet', '--no-tags', ...deep, 'origin', of);
  git(directory, 'checkout', '--quiet', '--detach', of);
  return directory;
}

describe('of a pull request that is checked out merged', () => {
  test.each([
    ['with its whole history', undefined],
    ['with two commits of it', 2],
    ['without its history', 1],
  ])('%s it is what was merged into', async (_, depth) => {
    const from = await remote();
    const directory = await checkout(from, from.merge, depth);
    const found = await baseCommit(directory, { base: from.base, merge: from.merge });
    expect(found).toBe(from.base);
    expect([...(await changedFiles(directory, found))]).toEqual(['b.txt']);
  });

  test('an event that is older than the merge does not count', async () => {
    const from = await remote(3);
    const older = tip(from.directory, 'main~2');
    const directory = await checkout(from, from.merge, 1);
    expect(await baseCommit(directory, { base: older, merge: from.merge })).toBe(from.base);
  });
});

describe('of another checkout it is what the event says', () => {
  test('and enough of its history is fetched to compare', async () => {
    const from = await remote();
    const directory = await checkout(from, from.head, 1);
    const found = await baseCommit(directory, { base: from.base, merge: from.merge });
    expect(found).toBe(from.base);
    expect([...(await changedFiles(directory, found))]).toEqual(['b.txt']);
  });

  test('whoever compares says what to do where the remote is gone', async () => {
    const from = await remote();
    const directory = await checkout(from, from.merge, 1);
    git(directory, 'remote', 'set-url', 'origin', 'file:///nowhere');
    const found = await baseCommit(directory, { base: from.base, merge: from.merge });
    await expect(changedFiles(directory, found)).rejects.toMatchObject({
      code: 'git-failed',
      hint: expect.stringContaining('fetch-depth: 0'),
    });
  });
});

describe('a commit that came later', () => {
  test('is fetched into a checkout with its history, and is not checked out', async () => {
    const from = await remote();
    const directory = await checkout(from, from.merge);
    await write(from.directory, { 'later.txt': 'x\n' });
    commit(from.directory);
    const later = tip(from.directory);
    expect(await fetchCommit(directory, later)).toBe(true);
    expect([...(await changedFiles(directory, later))]).toEqual(['b.txt']);
    expect(tip(directory)).toBe(from.merge);
  });

  test('is not fetched with all history into one without', async () => {
    const from = await remote();
    const directory = await checkout(from, from.merge, 1);
    await write(from.directory, { 'later.txt': 'x\n' });
    commit(from.directory);
    expect(await fetchCommit(directory, tip(from.directory))).toBe(false);
  });

  test('that there is not is not compared with', async () => {
    const from = await remote();
    expect(await fetchCommit(await checkout(from, from.merge), 'f'.repeat(40))).toBe(false);
  });
});

test('the lines that a change adds, of the files that are asked for', async () => {
  const directory = await temporary({ 'a.txt': '1\n2\n3\n4\n5\n', 'b c.txt': '1\n', 'gone.txt': '1\n' });
  makeRepository(directory);
  await write(directory, { 'a.txt': '0\n1\n3\n4\nfour\n5\n5a\n', 'b c.txt': '1\n', 'new.txt': '1\n2\n' });
  commit(directory);
  const lines = await addedLines(directory, 'main', ['a.txt', 'b c.txt', 'new.txt']);
  expect(Object.fromEntries(lines)).toEqual({
    'a.txt': [
      { from: 1, to: 1 },
      { from: 5, to: 5 },
      { from: 7, to: 7 },
    ],
    'b c.txt': [],
    'new.txt': [{ from: 1, to: 2 }],
  });
});
