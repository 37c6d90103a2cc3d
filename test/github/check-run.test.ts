import { describe, expect, test } from 'vitest';
import type { Annotation } from '../../src/github/annotations.ts';
import { openApi } from '../../src/github/api.ts';
import { type CheckRun, checkBudget, putCheckRun } from '../../src/github/check-run.ts';
import { fakeGitHub } from './fake/github.ts';

const repository = { owner: 'org', repo: 'shop' };
const annotation = (line: number, more: Partial<Annotation> = {}): Annotation => ({
  level: 'error',
  title: 'upgrade-fails',
  message: `Line ${line}.`,
  place: { file: 'versions/a.py', line },
  ...more,
});
const many = (count: number): readonly Annotation[] =>
  Array.from({ length: count }, (_, at) => annotation(at + 1));
const run = (more: Partial<CheckRun> = {}): CheckRun => ({
  name: 'migrate-check',
  head: 'a'.repeat(40),
  conclusion: 'failure',
  title: 'failed: 1 error',
  summary: 'Text',
  annotations: [],
  ...more,
});

async function put(more: Partial<CheckRun>) {
  const fake = await fakeGitHub({ rights: { checks: 'write' } });
  // A second of patience between two batches takes a second here, too: few tests have several.
  const delivery = await putCheckRun(
    openApi({ token: 't', url: fake.url, second: 1 }),
    repository,
    run(more),
  );
  return { fake, delivery, made: fake.state.checkRuns };
}

test('a check run has its annotations in the words of GitHub', async () => {
  const { delivery, made } = await put({
    annotations: [
      annotation(7, { place: { file: 'versions/a.py', line: 7, endLine: 9 } }),
      annotation(1, { level: 'warning', place: { file: 'env.py' } }),
      annotation(1, { level: 'notice', place: { file: 'b.py', line: 5, endLine: 2 } }),
      { level: 'error', title: 'x', message: 'Nowhere.' },
    ],
  });
  expect(delivery).toEqual({ state: 'delivered' });
  expect(made).toHaveLength(1);
  expect(made[0]).toMatchObject({ name: 'migrate-check', head: 'a'.repeat(40), conclusion: 'failure' });
  expect(made[0]?.annotations).toEqual([
    {
      path: 'versions/a.py',
      start_line: 7,
      end_line: 9,
      annotation_level: 'failure',
      title: 'upgrade-fails',
      message: 'Line 7.',
    },
    expect.objectContaining({ path: 'env.py', start_line: 1, end_line: 1, annotation_level: 'warning' }),
    expect.objectContaining({ path: 'b.py', start_line: 5, end_line: 5, annotation_level: 'notice' }),
  ]);
});

describe('GitHub takes fifty annotations at once', () => {
  test.each([
    [49, 1],
    [50, 1],
    [51, 2],
  ])('%i are sent in %i requests, none twice', async (count, requests) => {
    const { fake, made } = await put({ annotations: many(count) });
    expect(fake.asked).toHaveLength(requests);
    expect(made.flatMap(({ annotations }) => annotations.map((one) => one.start_line))).toEqual(
      many(count).map(({ place }) => place?.line),
    );
  });

  test('the stand-in takes no more, as GitHub does not', async () => {
    const fake = await fakeGitHub({ rights: { checks: 'write' } });
    const api = openApi({ token: 't', url: fake.url, second: 1 });
    const annotations = Array.from({ length: 51 }, () => ({
      path: 'a.py',
      start_line: 1,
      end_line: 1,
      annotation_level: 'notice' as const,
      message: 'x',
    }));
    const asked = {
      ...repository,
      name: 'x',
      head_sha: 'a',
      output: { title: 't', summary: 's', annotations },
    };
    await expect(api.rest.checks.create(asked)).rejects.toMatchObject({ status: 422 });
  });
});

describe('GitHub takes 65,535 bytes of a summary', () => {
  test.each([
    ['', 'x', 65_534, true],
    ['', 'x', 65_535, true],
    ['', 'x', 65_536, false],
    ['x', 'ß', 32_767, true],
    ['', 'ß', 32_768, false],
  ])('%j and %j, %i times, is whole: %s', async (first, letter, times, isWhole) => {
    const summary = `${first}${letter.repeat(times)}`;
    const { delivery, made } = await put({ summary });
    expect(delivery).toEqual({ state: 'delivered' });
    expect(made[0]?.output.summary).toBe(isWhole ? summary : 'What was found is too long for this page.');
  });

  test('what reporters are told is less, so that what is left out can be said', () => {
    expect(checkBudget).toBeLessThan(
      65_535 - '\n\n999999 more findings are not shown on their lines.'.length,
    );
  });
});

test('a title that is too long is cut', async () => {
  const { made } = await put({
    title: 'x'.repeat(256),
    annotations: [annotation(1, { title: 'y'.repeat(256) })],
  });
  expect(made[0]?.output.title).toBe(`${'x'.repeat(251)} ...`);
  expect(made[0]?.annotations[0]?.title).toHaveLength(255);
});
