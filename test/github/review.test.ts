import { describe, expect, test } from 'vitest';
import { openApi } from '../../src/github/api.ts';
import type { PullRequest } from '../../src/github/event.ts';
import { type Offer, suggest } from '../../src/github/review.ts';
import type { Edit } from '../../src/model/suggestion.ts';
import { fakeGitHub } from './fake/github.ts';
import type { ChangedFile, State } from './fake/state.ts';
import { eventOf } from './support/events.ts';

const patch = ['@@ -0,0 +1,4 @@', '+revision = "b"', '+down_revision = "a"', '+', '+def upgrade():'].join(
  '\n',
);
const files: readonly ChangedFile[] = [{ filename: 'versions/b.py', patch }];
const fix = (more: Partial<Edit> = {}): Offer => ({
  edit: {
    file: 'versions/b.py',
    startLine: 2,
    endLine: 2,
    before: ['down_revision = "a"'],
    after: ['down_revision = "c"'],
    ...more,
  },
  because: 'It is stale.',
});

const { pull } = eventOf('pull-request');
if (!pull) throw new Error('no pull request');

async function offer(offers: readonly Offer[], known: Partial<State> = {}) {
  const fake = await fakeGitHub({ files, ...known });
  const api = openApi({ token: 't', url: fake.url, second: 1 });
  const again = () => suggest(api, { owner: 'org', repo: 'shop' }, pull as PullRequest, offers);
  return { fake, delivery: await again(), again };
}

test('a fix of one line is offered on it, about the last commit', async () => {
  const { fake, delivery } = await offer([fix()]);
  expect(delivery).toEqual({ state: 'delivered' });
  expect(fake.state.reviews).toEqual([
    {
      id: 1,
      commit: pull?.head.sha,
      body: 'migrate-check has run this edit on a disposable PostgreSQL.',
      comments: [
        {
          path: 'versions/b.py',
          side: 'RIGHT',
          line: 2,
          body: 'It is stale.\n\n```suggestion\ndown_revision = "c"\n```',
        },
      ],
    },
  ]);
});

test('a fix of several lines names its first one, too; one that takes lines away has none', async () => {
  const before = ['revision = "b"', 'down_revision = "a"'];
  const { fake } = await offer([fix({ startLine: 1, before, after: [] })]);
  expect(fake.state.reviews[0]?.comments[0]).toMatchObject({ start_line: 1, line: 2 });
  expect(fake.state.reviews[0]?.comments[0]?.body).toMatch(/```suggestion\n```$/);
});

test('a fence in the fix ends nothing', async () => {
  const { fake } = await offer([fix({ after: ['```', '@everyone', '````'] })]);
  expect(fake.state.reviews[0]?.comments[0]?.body).toMatch(/\n`{5}suggestion\n```\n@everyone\n````\n`{5}$/);
});

describe('what is offered already is not offered again', () => {
  const already = { state: 'skipped', because: 'it is suggested already' };

  test('whatever the commit is', async () => {
    const { fake, again } = await offer([fix()]);
    expect(await again()).toEqual(already);
    expect(fake.state.reviews).toHaveLength(1);
  });

  test('and the others are', async () => {
    const first = fix({ startLine: 1, endLine: 1, before: ['revision = "b"'], after: ['revision = "x"'] });
    const { fake } = await offer([fix()]);
    await offer([fix(), first], { reviews: fake.state.reviews });
    expect(fake.state.reviews.map(({ comments }) => comments.map(({ line }) => line))).toEqual([[2], [1]]);
  });

  test('but where the lines have changed since it is', async () => {
    const { fake } = await offer([fix()]);
    const [review] = fake.state.reviews;
    const outdated = review?.comments.map(({ path, body }) => ({ path, body })) ?? [];
    const { delivery } = await offer([fix()], { reviews: review ? [{ ...review, comments: outdated }] : [] });
    expect(delivery.state).toBe('delivered');
  });
});

describe('what GitHub would refuse is not sent', () => {
  test.each([
    ['a line after the hunk', { startLine: 5, endLine: 5, before: [''] }],
    ['a line before it and in it', { startLine: 0, endLine: 1, before: ['', 'revision = "b"'] }],
    ['a file that is not changed', { file: 'versions/a.py' }],
    ['a line that says something else by now', { before: ['down_revision = "x"'] }],
  ])('%s', async (_, more) => {
    const { fake, delivery } = await offer([fix(more)]);
    expect(delivery).toEqual({
      state: 'skipped',
      because: 'none of it is on lines that the pull request changes',
    });
    expect(fake.asked).not.toContain('pulls/create-review');
  });

  test('and does not keep the others from being sent', async () => {
    const { fake } = await offer([fix({ startLine: 9, endLine: 9 }), fix()]);
    expect(fake.state.reviews[0]?.comments).toHaveLength(1);
  });

  test('a file without a patch, as GitHub has it for large ones', async () => {
    const { delivery } = await offer([fix()], { files: [{ filename: 'versions/b.py' }] });
    expect(delivery.state).toBe('skipped');
  });

  test('the stand-in refuses all for one, as GitHub does', async () => {
    const fake = await fakeGitHub({ files });
    const api = openApi({ token: 't', url: fake.url, second: 1 });
    const comments = [2, 5].map((line) => ({ path: 'versions/b.py', line, side: 'RIGHT', body: 'x' }));
    await expect(
      api.rest.pulls.createReview({
        owner: 'org',
        repo: 'shop',
        pull_number: 7,
        event: 'COMMENT',
        body: 'x',
        comments,
      }),
    ).rejects.toThrow('line must be part of the diff');
  });
});

test('lines that end otherwise are the same lines', async () => {
  const { delivery } = await offer([fix({ before: ['down_revision = "a"\r'] })]);
  expect(delivery.state).toBe('delivered');
});

test('a file on the fourth page of the pull request is found', async () => {
  const others = Array.from({ length: 350 }, (_, at) => ({ filename: `a${at}.py`, patch }));
  const { delivery } = await offer([fix()], { files: [...others, ...files] });
  expect(delivery.state).toBe('delivered');
});

test.each([
  [30, 30, false],
  [31, 30, true],
])('of %i suggestions %i are sent', async (count, sent, isSaid) => {
  const { fake } = await offer(Array.from({ length: count }, () => fix()));
  expect(fake.state.reviews[0]?.comments).toHaveLength(sent);
  expect(fake.state.reviews[0]?.body.includes(`${count - 30} more are in the summary`)).toBe(isSaid);
});
