import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readEvent } from '../../src/github/event.ts';
import { type EventName, eventNames, eventOf, storedEvent } from './support/events.ts';

const base = `11111111${'a'.repeat(32)}`;
const head = `22222222${'b'.repeat(32)}`;
const merge = `33333333${'c'.repeat(32)}`;
const queued = `44444444${'d'.repeat(32)}`;

test('every stored event is read by a test', () => {
  const files = readdirSync(join(import.meta.dirname, 'events')).map((name) => name.replace('.json', ''));
  expect(files.sort()).toEqual([...eventNames]);
});

describe('a pull request', () => {
  test('begins at its base, is seen at its last commit, and is checked out merged', () => {
    expect(eventOf('pull-request')).toEqual({
      kind: 'pull_request',
      name: 'pull_request',
      repository: { owner: 'org', repo: 'shop' },
      server: 'https://github.com',
      run: { id: 7000, attempt: 1 },
      sha: merge,
      base,
      head,
      pull: { number: 7, base: { branch: 'main', sha: base }, head: { sha: head }, isFork: false },
      isDependabot: false,
    });
  });

  test.each([
    ['pull-request', false, false],
    ['pull-request-fork', true, false],
    ['pull-request-deleted-fork', true, false],
    ['pull-request-target', true, false],
    ['pull-request-dependabot', false, true],
  ] as const)('%s: of a fork: %s, of Dependabot: %s', (name, isFork, isDependabot) => {
    const event = eventOf(name);
    expect([event.pull?.isFork, event.isDependabot]).toEqual([isFork, isDependabot]);
  });

  test('the name of a repository is the same in any case', () => {
    const { env, payload } = storedEvent('pull-request');
    expect(readEvent({ ...env, GITHUB_REPOSITORY: 'Org/Shop' }, payload).pull?.isFork).toBe(false);
  });

  test('of a run that is run again is seen', () => {
    expect(eventOf('pull-request-rerun').run).toEqual({ id: 7000, attempt: 2 });
  });
});

test.each([
  ['merge-group', 'merge_group', base, queued],
  ['push', 'push', undefined, head],
  ['push-new-branch', 'push', undefined, head],
  ['push-forced', 'push', undefined, head],
  ['schedule', 'schedule', undefined, base],
  ['workflow-dispatch', 'workflow_dispatch', undefined, base],
  ['pull-request-target', 'pull_request_target', base, head],
] as const)('%s begins where it says, and is no pull request', (name: EventName, kind, from, at) => {
  const event = eventOf(name);
  expect([event.kind, event.base, event.head]).toEqual([kind, from, at]);
  expect(event.pull === undefined).toBe(kind !== 'pull_request_target');
});

test('a run that another one follows is known by what GitHub says of it', () => {
  const { kind, followed, run, pull } = eventOf('workflow-run-fork');
  expect(kind).toBe('workflow_run');
  expect(run.id).toBe(8000);
  expect(pull).toBe(undefined);
  expect(followed).toEqual({
    id: 7000,
    attempt: 2,
    event: 'pull_request',
    conclusion: 'failure',
    head: { sha: head, branch: 'notes', owner: 'mallory', repository: 'mallory/shop' },
  });
});

describe('what is not as GitHub writes it is not there', () => {
  const { env, payload } = storedEvent('pull-request');
  const pull = (more: object) => ({
    pull_request: { ...(payload as { pull_request: object }).pull_request, ...more },
  });

  test.each([
    undefined,
    null,
    'text',
    [],
    {},
    { pull_request: null },
    pull({ base: { sha: 'main; rm -rf /' } }),
    pull({ base: { sha: '0'.repeat(40) } }),
    pull({ head: { sha: 'A'.repeat(40) } }),
    pull({ number: '7' }),
    pull({ number: -7 }),
  ])('%j', (strange) => {
    const event = readEvent(env, strange);
    expect([event.kind, event.pull, event.base]).toEqual(['pull_request', undefined, undefined]);
  });

  test.each(['org', 'org/shop/more', '../../shop', 'org/shop?x', ''])('the repository %j', (given) => {
    expect(readEvent({ ...env, GITHUB_REPOSITORY: given }, payload).repository).toBe(undefined);
  });

  test('outside of GitHub there is nothing', () => {
    expect(readEvent({}, undefined)).toEqual({
      kind: 'other',
      name: 'unknown',
      server: 'https://github.com',
      run: { id: 0, attempt: 0 },
      isDependabot: false,
    });
  });
});
