import { expect, test } from 'vitest';
import { attempt } from '../../src/github/delivery.ts';
import { noticeOf } from '../../src/github/notice.ts';
import { missingRight } from '../../src/github/permission.ts';
import { eventOf } from './support/events.ts';

const refusal = (status: number, message: string, accepted?: string): Error =>
  Object.assign(new Error(message), {
    status,
    response: { headers: accepted === undefined ? {} : { 'x-accepted-github-permissions': accepted } },
  });
const integration = 'Resource not accessible by integration';

test.each([
  [refusal(403, integration, 'checks=write'), 'checks: write'],
  [refusal(403, integration, 'issues=write; pull_requests=write'), 'issues: write or pull-requests: write'],
  [refusal(403, integration, 'contents=write,workflows=write'), 'contents: write and workflows: write'],
  [refusal(404, 'Not Found', 'pull_requests=read'), 'pull-requests: read'],
  [refusal(403, integration), 'more permissions'],
  [refusal(404, 'Not Found'), undefined],
  [refusal(403, 'You have exceeded a secondary rate limit', 'issues=write'), undefined],
  [refusal(422, 'Validation Failed', 'issues=write'), undefined],
  [refusal(500, 'Server Error', 'issues=write'), undefined],
  [new Error('other side closed'), undefined],
])('%s wants %s', (error, wanted) => {
  expect(missingRight(error)).toBe(wanted);
});

test('whatever goes wrong with showing is told, and never thrown', async () => {
  expect(await attempt(() => Promise.reject(new Error('other side closed')))).toEqual({
    state: 'failed',
    because: 'other side closed',
  });
  expect(await attempt(() => Promise.reject(refusal(403, integration, 'checks=write')))).toEqual({
    state: 'forbidden',
    needs: 'checks: write',
  });
});

test('one notice names what could not be shown and the permission, and where to read on', () => {
  const deliveries = [
    ['summary', { state: 'delivered' }],
    ['comment', { state: 'forbidden', needs: 'pull-requests: write' }],
    ['check run', { state: 'failed', because: 'other side closed' }],
    ['suggestions', { state: 'skipped', because: 'there is nothing to suggest' }],
  ] as const;
  expect(noticeOf(deliveries, eventOf('pull-request'), 'https://docs')).toBe(
    'The comment could not be written: the token lacks pull-requests: write. The check run could not be written: other side closed. The verdict does not depend on it. Add it to the permissions of the job: https://docs',
  );
  for (const name of ['pull-request-fork', 'pull-request-deleted-fork', 'pull-request-dependabot'] as const)
    expect(noticeOf(deliveries, eventOf(name), 'https://docs')).toMatch(
      /may only read; how it gets its comment: https:\/\/docs#pull-requests-from-forks$/,
    );
});

test('nothing is said where all is well', () => {
  expect(
    noticeOf(
      [
        ['comment', { state: 'skipped', because: 'x' }],
        ['check run', undefined],
      ],
      eventOf('push'),
      '',
    ),
  ).toBe(undefined);
});
