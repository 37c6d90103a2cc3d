/** The commit that a checkout is compared with, in checkouts as actions/checkout makes them. */
import { describe, expect, test } from 'vitest';
import { addedLines } from '../../src/config/added-lines.ts';
import { baseCommit, fetchCommit } from '../../src/config/base-commit.ts';
import { changedFiles } from '../../src/config/changed-files.ts';
import { commit, git, makeRepository } from '../support/git.ts';
import { checkout, remoteWith, tip } from '../support/remote.ts';
import { temporary, write } from '../support/temporary.ts';

describe('of a pull request that is checked out merged', () => {
  test.each([
    ['with its whole history', undefined],
    ['with two commits of it', 2],
    ['without its history', 1],
  ])('%s it is what was merged into', async (_, depth) => {
    const from = await remoteWith();
    const directory = await checkout(from, from.merge, depth);
    const found = await baseCommit(directory, { base: from.base, merge: from.merge });
    expect(found).toBe(from.base);
    expect([...(await changedFiles(directory, found))]).toEqual(['b.txt']);
  });

  test('an event that is older than the merge does not count', async () => {
    const from = await remoteWith({}, 3);
    const older = tip(from.directory, 'main~2');
    const directory = await checkout(from, from.merge, 1);
    expect(await baseCommit(directory, { base: older, merge: from.merge })).toBe(from.base);
  });
});

describe('of another checkout it is what the event says', () => {
  test('and enough of its history is fetched to compare', async () => {
    const from = await remoteWith();
    const directory = await checkout(from, from.head, 1);
    const found = await baseCommit(directory, { base: from.base, merge: from.merge });
    expect(found).toBe(from.base);
    expect([...(await changedFiles(directory, found))]).toEqual(['b.txt']);
  });

  test('a checkout with its history keeps it', async () => {
    // More of it than would be fetched of one without.
    const from = await remoteWith({}, 55);
    const directory = await checkout(from, from.head);
    const found = await baseCommit(directory, { base: from.base });
    expect([...(await changedFiles(directory, found))]).toEqual(['b.txt']);
    expect(git(directory, 'rev-parse', '--is-shallow-repository').trim()).toBe('false');
  });

  test('whoever compares says what to do where the remote is gone', async () => {
    const from = await remoteWith();
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
    const from = await remoteWith();
    const directory = await checkout(from, from.merge);
    await write(from.directory, { 'later.txt': 'x\n' });
    commit(from.directory);
    const later = tip(from.directory);
    expect(await fetchCommit(directory, later)).toBe(true);
    expect([...(await changedFiles(directory, later))]).toEqual(['b.txt']);
    expect(tip(directory)).toBe(from.merge);
  });

  test('is not fetched with all history into one without', async () => {
    const from = await remoteWith();
    const directory = await checkout(from, from.merge, 1);
    await write(from.directory, { 'later.txt': 'x\n' });
    commit(from.directory);
    expect(await fetchCommit(directory, tip(from.directory))).toBe(false);
  });

  test('that there is not is not compared with', async () => {
    const from = await remoteWith();
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
