import { expect, test } from 'vitest';
import { baseHistory } from '../../src/config/base-history.ts';
import { commit, git, makeRepository } from '../support/git.ts';
import { graph, revision } from '../support/graph.ts';
import { temporary, write } from '../support/temporary.ts';

const history = graph(revision('a'));

test('what both sides have done to the revisions since they parted, each in its own version', async () => {
  const root = await temporary({
    'versions/a.py': 'a',
    'versions/b.py': 'b',
    'versions/c.py': 'c',
    'other.py': 'o',
  });
  makeRepository(root);
  git(root, 'checkout', '-q', 'main');
  await write(root, {
    'versions/d.py': 'theirs',
    'versions/b.py': 'b of theirs',
    'other.py': 'more',
    'versions/x.txt': 'x',
  });
  commit(root, 'theirs');
  git(root, 'checkout', '-q', 'work');
  await write(root, { 'versions/a.py': 'a of ours', 'versions/e.py': 'new' });
  git(root, 'rm', '-q', 'versions/c.py');
  expect(await baseHistory(root, 'main', history)).toEqual({
    ref: 'main',
    edited: [
      { file: 'versions/a.py', text: 'a' },
      { file: 'versions/c.py', text: 'c' },
    ],
    newer: [
      { file: 'versions/b.py', text: 'b of theirs' },
      { file: 'versions/d.py', text: 'theirs' },
    ],
  });
});

test('without revisions there is nothing to compare', async () => {
  const root = await temporary({ 'a.py': '' });
  makeRepository(root);
  expect(await baseHistory(root, 'main', graph())).toEqual({ ref: 'main', edited: [], newer: [] });
});

test('of revisions outside the repository there is nothing, since no commit changes them', async () => {
  const root = await temporary({ 'a.py': '', '[x]/b.py': 'b', 'x/b.py': 'b' });
  makeRepository(root);
  await write(root, { '[x]/b.py': 'b of ours', 'x/b.py': 'no revision' });
  const at = (file: string) => ({ ...revision(file), place: { file } });
  expect(await baseHistory(root, 'main', graph(at('../elsewhere/a.py')))).toMatchObject({ edited: [] });
  expect(await baseHistory(root, 'main', graph(at('../elsewhere/a.py'), at('[x]/b.py')))).toMatchObject({
    edited: [{ file: '[x]/b.py', text: 'b' }],
  });
});
