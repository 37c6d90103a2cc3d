/** Patience: what failed on GitHub's side is asked for again, within limits. */
import { describe, expect, test } from 'vitest';
import { type Api, openApi } from '../../src/github/api.ts';
import { tipOf } from '../../src/github/branch.ts';
import { type FakeGitHub, type Fault, fakeGitHub } from './fake/github.ts';

const sha = 'a'.repeat(40);
/** A second of waiting takes a millisecond. */
const open = ({ url }: FakeGitHub): Api => openApi({ token: 't', url, second: 1 });
const withFault = async (fault: Omit<Fault, 'operation'>): Promise<FakeGitHub> => {
  const fake = await fakeGitHub({ branches: { main: sha, 'feature/a b': sha } });
  fake.faults.push({ operation: 'git/get-ref', ...fault });
  return fake;
};
const ask = async (fake: FakeGitHub) =>
  (await open(fake).rest.git.getRef({ owner: 'org', repo: 'shop', ref: 'heads/main' })).data.object.sha;

test.each([500, 502, 503])('%i twice, and then an answer', async (status) => {
  const fake = await withFault({ status, times: 2 });
  expect(await ask(fake)).toBe(sha);
  expect(fake.asked).toHaveLength(3);
});

test('a server that stays ill is given up', async () => {
  const fake = await withFault({ status: 502 });
  await expect(ask(fake)).rejects.toMatchObject({ status: 502 });
  expect(fake.asked).toHaveLength(3);
});

test.each([401, 403, 404, 422])('%i is an answer, and not asked for again', async (status) => {
  const fake = await withFault({ status });
  await expect(ask(fake)).rejects.toMatchObject({ status });
  expect(fake.asked).toHaveLength(1);
});

describe('a limit of requests', () => {
  const soon = (seconds: number): string => `${Math.floor(Date.now() / 1000) + seconds}`;
  const exceeded = { status: 403, message: 'You have exceeded a secondary rate limit.' };

  test('a second one is waited for where GitHub asks for little', async () => {
    const fake = await withFault({ ...exceeded, headers: { 'retry-after': '60' }, times: 1 });
    expect(await ask(fake)).toBe(sha);
  });

  test('and given up where it asks for more than a minute', async () => {
    const fake = await withFault({ ...exceeded, headers: { 'retry-after': '61' }, times: 1 });
    await expect(ask(fake)).rejects.toMatchObject({ status: 403 });
    expect(fake.asked).toHaveLength(1);
  });

  test('and given up when it never ends', async () => {
    const fake = await withFault({ ...exceeded, headers: { 'retry-after': '1' } });
    await expect(ask(fake)).rejects.toMatchObject({ status: 403 });
    expect(fake.asked).toHaveLength(3);
  });

  test.each([
    [20, true],
    [600, false],
  ])('the first one, over in %i seconds, is waited for: %s', async (seconds, isWaited) => {
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': soon(seconds) };
    const fake = await withFault({ status: 403, message: 'API rate limit exceeded', headers, times: 1 });
    if (isWaited) expect(await ask(fake)).toBe(sha);
    else await expect(ask(fake)).rejects.toMatchObject({ status: 403 });
  });
});

test('a server that never answers is not waited for without end, and may answer the next time', async () => {
  const fake = await withFault({ status: 0, times: 1 });
  const api = openApi({ token: 't', url: fake.url, second: 1, answersWithin: 2000 });
  const { data } = await api.rest.git.getRef({ owner: 'org', repo: 'shop', ref: 'heads/main' });
  expect([data.object.sha, fake.asked.length]).toEqual([sha, 2]);
});

test('a server that is not there is an error, too', async () => {
  const api = openApi({ token: 't', url: 'http://127.0.0.1:9', second: 1 });
  await expect(api.rest.git.getRef({ owner: 'org', repo: 'shop', ref: 'heads/main' })).rejects.toThrow();
});

test.each(['main', 'feature/a b'])('the branch %s has its last commit', async (branch) => {
  const fake = await fakeGitHub({ branches: { main: sha, 'feature/a b': sha } });
  expect(await tipOf(open(fake), { owner: 'org', repo: 'shop' }, branch)).toBe(sha);
});

test('a branch that is gone has none', async () => {
  expect(await tipOf(open(await fakeGitHub()), { owner: 'org', repo: 'shop' }, 'main')).toBe(undefined);
});
