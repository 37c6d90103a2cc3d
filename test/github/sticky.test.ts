/** The one comment: when it is made, written anew, left alone. Where it comes from is in comments.test.ts. */
import { describe, expect, test } from 'vitest';
import { beginning, type CommentId, compose, dissect } from '../../src/github/comment-body.ts';
import { correctComments, putComment, type Sticky } from '../../src/github/sticky.ts';
import { inMemory } from './support/comments.ts';

const id: CommentId = { key: 'default', project: 'shop' };
const run = (number: number, head = 'a'.repeat(40), step = 'here') => ({
  run: { id: number, attempt: 1 },
  head,
  step,
});
const say = (text: string | undefined, written = run(5)): Sticky => ({
  id,
  written,
  text,
  resolved: 'It is well now.',
  footer: `Run ${written.run.id}`,
});
const stored = (text: string, written = run(1), of = id): string =>
  compose(beginning(of), written, text, 'Run 1');
const unchanged = { state: 'skipped', because: 'it says the same already' };

test('the first time that there is something to say a comment is made, marked where nobody sees it', async () => {
  const comments = inMemory();
  expect(await putComment(comments, say('Two errors.'))).toEqual({ state: 'delivered' });
  expect(comments.all.map(({ body }) => body)).toEqual([
    `<!-- migrate-check key=default project=shop run=5.1 head=${'a'.repeat(40)} step=here -->\nTwo errors.\n\n<sub>Run 5</sub>\n`,
  ]);
});

test('where there is nothing to say, and never was, nothing is written', async () => {
  const comments = inMemory();
  const nothing = { state: 'skipped', because: 'there is nothing to say' };
  expect(await putComment(comments, say(undefined))).toEqual(nothing);
  expect(comments.written).toEqual([]);
});

test('a comment that is there is written anew in its place', async () => {
  const comments = inMemory('Of somebody else.', stored('One error.'));
  await putComment(comments, say('Two errors.'));
  expect(comments.written).toEqual(['update 2']);
  expect(comments.all[1]?.body).toContain('Two errors.');
});

test('what is there is not written again for the same commit, and is for another', async () => {
  const comments = inMemory(stored('One error.'));
  expect(await putComment(comments, say('One error.', run(5)))).toEqual(unchanged);
  expect(comments.written).toEqual([]);
  await putComment(comments, say('One error.', run(5, 'b'.repeat(40))));
  expect(comments.written).toEqual(['update 1']);
});

test('of two jobs of one run that share it, the one that has nothing to say takes nothing back', async () => {
  const comments = inMemory(stored('One error.', run(4)));
  await putComment(comments, say('Two errors.', run(5, 'b'.repeat(40))));
  expect(await putComment(comments, say(undefined, run(5, 'b'.repeat(40), 'there')))).toEqual({
    state: 'skipped',
    because: 'another job of this run has written it',
  });
  expect(comments.all[0]?.body).toContain('Two errors.');
  const again = { ...run(5, 'b'.repeat(40)), run: { id: 5, attempt: 2 } };
  await putComment(comments, say(undefined, again));
  expect(comments.all[0]?.body).toContain('It is well now.');
});

test('line ends that GitHub changes make no other text', async () => {
  const comments = inMemory(stored('One error.\n\nHere.').replaceAll('\n', '\r\n'));
  expect(await putComment(comments, say('One error.\n\nHere.'))).toEqual(unchanged);
});

test('a comment that is there is told to be resolved when there is nothing to say any more', async () => {
  const comments = inMemory(stored('One error.'));
  await putComment(comments, say(undefined));
  expect(comments.all[0]?.body).toContain('It is well now.');
  expect(await putComment(comments, say(undefined))).toEqual(unchanged);
  expect(comments.written).toEqual(['update 1']);
});

test('a comment that quotes ours is none', async () => {
  const comments = inMemory(`> ${stored('One error.')}`);
  await putComment(comments, say('Two errors.'));
  expect(comments.written).toEqual(['create 2']);
});

test.each([
  { key: 'other', project: 'shop' },
  { key: 'default', project: 'shop/api' },
  { key: 'default', project: 'sho' },
])('%j has a comment of its own', async (other) => {
  const comments = inMemory(stored('Theirs.', run(1), other));
  await putComment(comments, say('Two errors.'));
  expect(comments.written).toEqual(['create 2']);
});

describe('several runs', () => {
  test.each([
    [
      { id: 6, attempt: 1 },
      { id: 5, attempt: 1 },
    ],
    [
      { id: 6, attempt: 1 },
      { id: 5, attempt: 9 },
    ],
    [
      { id: 5, attempt: 2 },
      { id: 5, attempt: 1 },
    ],
    [
      { id: 10, attempt: 1 },
      { id: 9, attempt: 1 },
    ],
  ])('what run %j has written, run %j leaves as it is', async (newer, older) => {
    const comments = inMemory(stored('Newer.', { ...run(0, 'b'.repeat(40)), run: newer }));
    const left = { state: 'skipped', because: 'a newer run has written it' };
    expect(await putComment(comments, say('Older.', { ...run(0), run: older }))).toEqual(left);
    expect(comments.written).toEqual([]);
    await putComment(
      comments,
      say('Newest.', { ...run(0, 'c'), run: { id: newer.id, attempt: newer.attempt + 1 } }),
    );
    expect(comments.all[0]?.body).toContain('Newest.');
  });

  test.each([
    ['newer', 6, 'Theirs.'],
    ['older', 4, 'Ours.'],
  ])(
    'of two that make one at the same time the newer stays, where the other is %s',
    async (_, other, left) => {
      const comments = inMemory();
      comments.meanwhile = () => comments.all.push({ id: 100, body: stored('Theirs.', run(other)) });
      await putComment(comments, say('Ours.', run(5)));
      expect(comments.all.map(({ body }) => body.split('\n')[1])).toEqual([left]);
    },
  );

  test('what a race has left is taken away by the next run', async () => {
    const comments = inMemory(stored('A', run(1)), stored('B', run(3)), stored('C', run(2)));
    await putComment(comments, say('D', run(5)));
    expect(comments.written).toEqual(['remove 3', 'remove 1', 'update 2']);
  });

  test('of one run the later comment stays: two jobs of it agree which', async () => {
    const comments = inMemory(stored('A', run(5)), stored('B', run(5)));
    await putComment(comments, say('C', run(5)));
    expect(comments.written).toEqual(['remove 1', 'update 2']);
  });

  test('a comment that is gone when it is to be written is made again', async () => {
    const comments = inMemory(stored('A'));
    comments.meanwhile = () => comments.all.splice(0);
    await putComment(comments, say('B'));
    expect(comments.written).toEqual(['create 1']);
    comments.meanwhile = () => comments.all.splice(0);
    await putComment(comments, say(undefined));
    expect(comments.written).toEqual(['create 1']);
  });
});

describe('where a step cannot say which project it is about', () => {
  const correct = (text: string, written = run(5)) => ({ written, text, footer: `Run ${written.run.id}` });
  const other: CommentId = { key: 'pg-17', project: 'shop/api' };

  test('what it has written before is written anew, and stays the comment of its project', async () => {
    const comments = inMemory(stored('One error.'), stored('Passed.', run(2), other));
    expect(await correctComments(comments, correct('Not checked.'))).toEqual({ state: 'delivered' });
    expect(comments.all.map(({ body }) => dissect(body))).toEqual([
      { begins: beginning(id), written: run(5), text: 'Not checked.' },
      { begins: beginning(other), written: run(5), text: 'Not checked.' },
    ]);
    await putComment(comments, { ...say('Two errors.', run(6)), id: other });
    expect(comments.all[1]?.body).toContain('Two errors.');
  });

  test.each([
    ['of another step', stored('Theirs.', run(1, 'a'.repeat(40), 'elsewhere'))],
    ['that quotes ours', `> ${stored('One error.')}`],
    ['that is not of us', '<!-- migrate-check key=default -->\nOf another program.'],
  ])('a comment %s is left alone, and none is made', async (_, body) => {
    const comments = inMemory(body);
    const none = { state: 'skipped', because: 'there is none to bring up to date' };
    expect(await correctComments(comments, correct('Not checked.'))).toEqual(none);
    expect(comments.written).toEqual([]);
  });

  test('what a newer run has written stays', async () => {
    const comments = inMemory(stored('One error.', run(6)), stored('Passed.', run(4), other));
    await correctComments(comments, correct('Not checked.'));
    expect(comments.written).toEqual(['update 2']);
    const left = { state: 'skipped', because: 'a newer run has written it' };
    expect(await correctComments(comments, correct('Older.', run(3)))).toEqual(left);
  });

  test('it is not said twice about the same commit', async () => {
    const comments = inMemory(stored('One error.'));
    await correctComments(comments, correct('Not checked.'));
    expect(await correctComments(comments, correct('Not checked.', run(6)))).toEqual(unchanged);
    expect(comments.written).toEqual(['update 1']);
  });
});

describe('a body of', () => {
  const overhead = compose(beginning(id), run(5), '', 'Run 5').length;

  test.each([
    [65_535, true],
    [65_536, true],
    [65_537, false],
  ])('%i characters is whole: %s', (length, isWhole) => {
    const text = 'x'.repeat(length - overhead);
    const body = compose(beginning(id), run(5), text, 'Run 5');
    expect(body.length <= 65_536).toBe(true);
    expect(body.includes(text)).toBe(isWhole);
    expect(body.includes('too long for a comment')).toBe(!isWhole);
  });
});

test.each(['--><img src=x>', 'a b key=c', 'ß'.repeat(5000), '\ud800', '--!>', '\n\n'])(
  'a project that is called %j stays inside the marker, and is found again',
  (project) => {
    const hostile = { key: 'default', project };
    expect(beginning(hostile)).toMatch(/^<!-- migrate-check key=default project=[\w.%!~*'()]+ $/);
    const body = compose(beginning(hostile), run(5), 'Text', 'Run 5');
    expect(body.split('\n')[0]?.length).toBeLessThan(400);
    expect(dissect(body)).toEqual({ begins: beginning(hostile), written: run(5), text: 'Text' });
  },
);
