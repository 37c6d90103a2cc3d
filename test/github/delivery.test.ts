import { expect, test } from 'vitest';
import { attempt } from '../../src/github/delivery.ts';

const failing = (error: Error) =>
  attempt(async () => {
    throw error;
  });

test('a page that answers in the place of GitHub is not shown', async () => {
  const error = Object.assign(new Error('<!DOCTYPE html>\n<p>Unicorn'), { status: 502 });
  expect(await failing(error)).toEqual({
    state: 'failed',
    because: 'the answer was a page, with status 502',
  });
});

test('a reason is one line of bounded length', async () => {
  expect(await failing(new Error(' one\n\ttwo '))).toEqual({ state: 'failed', because: 'one two' });
  expect(await failing(new Error('x'.repeat(300)))).toEqual({ state: 'failed', because: 'x'.repeat(300) });
  expect(await failing(new Error('x'.repeat(301)))).toEqual({
    state: 'failed',
    because: `${'x'.repeat(300)} ...`,
  });
});
