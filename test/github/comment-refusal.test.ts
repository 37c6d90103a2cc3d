/** What becomes of the comment when a part of a check throws. Whole runs are in refused.test.ts. */
import { expect, test } from 'vitest';
import { orComment } from '../../src/action/comment-refusal.ts';
import type { Step } from '../../src/action/step.ts';
import { Stopped } from '../../src/host/signals.ts';
import { SetupError } from '../../src/model/setup-error.ts';
import { type FakeGitHub, fakeGitHub } from './fake/github.ts';
import { eventOf } from './support/events.ts';

const never = (): never => {
  throw new Error('Not expected to be called');
};

const stepOn = ({ url }: FakeGitHub): Step => ({
  runner: { version: '1.2.3', env: { GITHUB_API_URL: url }, cwd: '.', engine: never },
  directory: '.',
  event: eventOf('pull-request'),
  inputs: { mode: 'check', githubToken: 't', allowPullRequestTarget: false },
  mark: { id: 'a', directory: '.', isSilent: false },
});

test('the error goes on, after GitHub was asked for what is to be corrected', async () => {
  const fake = await fakeGitHub();
  const error = new SetupError('bad-setting', 'No', 'Mend it');
  await expect(orComment(stepOn(fake), undefined, () => Promise.reject(error))).rejects.toBe(error);
  expect(fake.asked).toEqual(['issues/list-comments']);
});

test('where all is well nobody is asked', async () => {
  const fake = await fakeGitHub();
  expect(await orComment(stepOn(fake), undefined, async () => 'done')).toBe('done');
  expect(fake.asked).toEqual([]);
});

test('whoever stops a run need not wait for GitHub, also where clearing up fails', async () => {
  const fake = await fakeGitHub();
  const stopped = new Stopped('SIGTERM');
  const thrown = [
    stopped,
    new SuppressedError(new Error('left'), stopped),
    new Error('killed', { cause: stopped }),
  ];
  for (const one of thrown)
    await expect(orComment(stepOn(fake), undefined, () => Promise.reject(one))).rejects.toBe(stopped);
  expect(fake.asked).toEqual([]);
});
