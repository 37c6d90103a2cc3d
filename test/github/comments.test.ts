/** The comments of a pull request on GitHub: which are ours. */
import { describe, expect, test } from 'vitest';
import { openApi } from '../../src/github/api.ts';
import { type Comments, commentsOf } from '../../src/github/comments.ts';
import { type FakeGitHub, fakeGitHub } from './fake/github.ts';
import { type Author, actionsBot, type StoredComment } from './fake/state.ts';

const by = (author: Author, body: string, id = 1): StoredComment => ({ id, issue: 7, author, body });
const others = (count: number): StoredComment[] =>
  Array.from({ length: count }, (_, at) => by({ login: 'alice', type: 'User' }, `Remark ${at}`, at + 1));
const commentsAt = ({ url }: FakeGitHub): Comments =>
  commentsOf(openApi({ token: 't', url }), { owner: 'org', repo: 'shop' }, { number: 7 });

test('ours is found behind three hundred others', async () => {
  const fake = await fakeGitHub({ comments: [...others(300), by(actionsBot, '<!-- us --> Text', 301)] });
  expect(await commentsAt(fake).own('<!-- us -->')).toEqual([{ id: 301, body: '<!-- us --> Text' }]);
  expect(fake.asked.filter((operation) => operation === 'issues/list-comments')).toHaveLength(4);
});

test('whose the token is is not asked where nothing is marked', async () => {
  const fake = await fakeGitHub({ comments: others(3) });
  expect(await commentsAt(fake).own('<!-- us -->')).toEqual([]);
  expect(fake.asked).toEqual(['issues/list-comments']);
});

describe('with our marker', () => {
  test.each([
    ['a person', { login: 'mallory', type: 'User' }],
    ['another app', { login: 'other[bot]', type: 'Bot' }],
    ['a person who is called like the app', { login: 'github-actions', type: 'User' }],
  ] as const)('a comment by %s is not ours', async (_, author) => {
    const fake = await fakeGitHub({ comments: [by(author, '<!-- us -->')] });
    expect(await commentsAt(fake).own('<!-- us -->')).toEqual([]);
  });

  test('a comment by the person whose token it is is ours', async () => {
    const bob: Author = { login: 'bob', type: 'User' };
    const fake = await fakeGitHub({ viewer: bob, comments: [by(bob, '<!-- us -->')] });
    expect(await commentsAt(fake).own('<!-- us -->')).toHaveLength(1);
  });

  test('where GitHub does not say whose the token is, one by a bot is ours', async () => {
    const fake = await fakeGitHub({
      comments: [by({ login: 'bob', type: 'User' }, '<!-- us -->'), by(actionsBot, '<!-- us -->', 2)],
    });
    fake.faults.push({ operation: 'graphql', status: 403 });
    expect((await commentsAt(fake).own('<!-- us -->')).map(({ id }) => id)).toEqual([2]);
  });
});

test('one that is gone is not written, and need not be taken away', async () => {
  const fake = await fakeGitHub({ comments: [by(actionsBot, 'Text')] });
  const comments = commentsAt(fake);
  expect(await comments.update(1, 'Other text')).toBe(true);
  expect(fake.state.comments[0]?.body).toBe('Other text');
  await comments.remove(1);
  expect(fake.state.comments).toEqual([]);
  expect(await comments.update(1, 'Text')).toBe(false);
  await comments.remove(1);
});

test('GitHub takes 65,536 characters, and not one more', async () => {
  const fake = await fakeGitHub();
  await commentsAt(fake).create('x'.repeat(65_536));
  await expect(commentsAt(fake).create('x'.repeat(65_537))).rejects.toThrow('Body is too long');
  expect(fake.state.comments).toHaveLength(1);
});
