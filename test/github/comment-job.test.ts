/** The second step for pull requests from forks: what it comments with is data of strangers. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { bundled } from '../packaging/support/bundled.ts';
import { facts, failure, move, report, trip } from '../support/facts.ts';
import { revision } from '../support/graph.ts';
import { temporary } from '../support/temporary.ts';
import { type FakeGitHub, fakeGitHub } from './fake/github.ts';
import type { State, StoredPull } from './fake/state.ts';
import { type StoredEvent, storedEvent } from './support/events.ts';
import { type Ended, runStep } from './support/runner.ts';

const bundle = bundled();
const event = storedEvent('workflow-run-fork');
const head = `22222222${'b'.repeat(32)}`;
const a = revision('a');
const failing = report(
  trip(a, {
    downgrade: move('downgrade', 'a', { failure: failure('python', 'RuntimeError', 'It does not go back.') }),
  }),
);
const clean = report(facts([a]));
const pull: StoredPull = { number: 7, label: 'mallory:notes', sha: head, repository: 'mallory/shop' };

/** The event after another run. */
const following = (id: number, run_attempt: number): StoredEvent => {
  const payload = structuredClone(event.payload) as { workflow_run: object };
  return { ...event, payload: { ...payload, workflow_run: { ...payload.workflow_run, id, run_attempt } } };
};

interface Given {
  /** Of the report; null: there is none. */
  readonly text?: string | null;
  readonly state?: Partial<State>;
  readonly fake?: FakeGitHub;
  readonly event?: StoredEvent;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Further files. */
  readonly beside?: Readonly<Record<string, string>>;
  readonly prepare?: (workspace: string) => void;
}

async function comment({
  text = JSON.stringify(failing),
  state = {},
  inputs = {},
  ...more
}: Given = {}): Promise<Ended & { readonly fake: FakeGitHub; readonly bodies: readonly string[] }> {
  const { env, payload } = more.event ?? event;
  const fake = more.fake ?? (await fakeGitHub({ pulls: [pull], ...state }));
  const workspace = await temporary({ ...more.beside, ...(text === null ? {} : { 'report.json': text }) });
  more.prepare?.(workspace);
  const ended = await runStep({
    bundle,
    workspace,
    inputs: { mode: 'comment', report: 'report.json', 'github-token': 'hunter2', ...inputs },
    event: { name: env['GITHUB_EVENT_NAME'] ?? '', payload },
    env: { ...env, GITHUB_API_URL: fake.url },
  });
  return { ...ended, fake, bodies: fake.state.comments.map(({ body }) => body) };
}

test('the pull request that ends with the commit gets the comment, made anew from the data', async () => {
  const { status, bodies, stdout, annotations, fake } = await comment();
  expect([status, annotations]).toEqual([0, []]);
  expect(fake.state.comments).toEqual([expect.objectContaining({ issue: 7 })]);
  expect(bodies[0]).toMatch(
    /^<!-- migrate-check key=default project=shop run=7000\.2 head=2{8}b{32} step=\w+ -->\n/,
  );
  expect(bodies[0]).toContain('migrate-check: failed');
  expect(bodies[0]).toContain(`https://github.com/org/shop/blob/${head}/`);
  expect(bodies[0]).toContain('[Run 7000](https://github.com/org/shop/actions/runs/7000)');
  expect(stdout).toContain('The comment is written.');
  expect(stdout.replace('::add-mask::hunter2', '')).not.toContain('hunter2');
});

test('settings that lie beside the report are none: they come from the stranger', async () => {
  const { status, bodies } = await comment({
    beside: { 'migrate-check.yml': 'comment: never\nnonsense: 1\n' },
  });
  expect(status).toBe(0);
  expect(bodies).toEqual([expect.stringContaining('migrate-check: failed')]);
});

test.each(['link', 'directory', 'pipe'] as const)('a %s in place of the report is not read', async (kind) => {
  const secret = await temporary({ secret: JSON.stringify(failing) });
  const { status, bodies, annotations } = await comment({
    text: null,
    prepare: (workspace) => {
      const at = join(workspace, 'report.json');
      if (kind === 'link') symlinkSync(join(secret, 'secret'), at);
      if (kind === 'directory') mkdirSync(at);
      if (kind === 'pipe') execFileSync('/usr/bin/env', ['mkfifo', at]);
    },
  });
  expect(status).toBe(1);
  expect(bodies).toEqual([]);
  expect(annotations[0]).toMatch(/^::error::report\.json cannot be commented on\. (ELOOP|It is no file)/);
});

test('without mode: comment nothing of a pull request is run beside the secrets', async () => {
  const { status, annotations, fake } = await comment({ inputs: { mode: 'check' } });
  expect(status).toBe(1);
  expect(annotations[0]).toMatch(/^::error::On workflow_run after a pull request .*%0A.* mode: comment/);
  expect(fake.asked).toEqual([]);
});

test('a clean report makes none, and resolves the one that is there', async () => {
  const { fake } = await comment({ text: JSON.stringify(clean) });
  expect(fake.state.comments).toEqual([]);
  await comment({ fake });
  const { bodies } = await comment({ fake, text: JSON.stringify(clean), event: following(7001, 1) });
  expect(bodies).toEqual([expect.stringContaining('resolved')]);
});

describe('which pull request it is is not said by the report', () => {
  const none = 'No comment was written: no open pull request ends with the commit that was checked.';

  test.each([
    ['another commit, as after the next push', { sha: 'f'.repeat(40) }],
    ['another repository with a branch of that name', { repository: 'org/shop' }],
    ['another branch', { label: 'mallory:other' }],
  ])('%s', async (_, more) => {
    const { status, fake, stdout } = await comment({ state: { pulls: [{ ...pull, ...more }] } });
    expect([status, fake.state.comments]).toEqual([0, []]);
    expect(stdout).toContain(none);
  });
});

describe('a report that may say anything', () => {
  const places = (file: string): string =>
    JSON.stringify({
      ...failing,
      findings: failing.findings.map((one) => ({ ...one, place: { file, line: 1 } })),
    });

  test.each([
    ['no JSON', '{', /is not JSON/],
    ['no report', '{"a":1}', /no report of migrate-check/],
    ['another version of it', '{"schemaVersion":99}', /schemaVersion 99/],
    ['another shape', JSON.stringify({ ...failing, findings: [{ rule: 1 }] }), /cannot be used: findings/],
    [
      'a file above the repository',
      places('../../.ssh/id_rsa'),
      /names a file outside the repository: \.\.\/\.\./,
    ],
    ['a file elsewhere', places('/etc/passwd'), /outside the repository: \/etc\/passwd/],
    ['an address', places('https:\\\\evil.example'), /outside the repository/],
  ])('%s is refused', async (_, text, why) => {
    const { status, fake, annotations } = await comment({ text });
    expect([status, fake.asked]).toEqual([1, []]);
    expect(annotations).toHaveLength(1);
    expect(annotations[0]).toMatch(why);
    expect(annotations[0]).toMatch(/^::error::report\.json cannot be commented on\. /);
  });

  test('one that is too large is not read', async () => {
    const { status, annotations } = await comment({ text: ' '.repeat(64 * 1024 * 1024 + 1) });
    expect(status).toBe(1);
    expect(annotations[0]).toContain('It has 67108865 bytes, and more than 67108864 are not read');
  });

  test('what it says is text, and commands nobody', async () => {
    const evil = '\n::error::x\n@everyone <img src=x onerror=alert(1)> [x](javascript:1) --> </details>';
    const hostile: Report = {
      ...failing,
      project: { ...failing.project, directory: evil, label: evil },
      findings: failing.findings.map((one) => ({ ...one, message: evil, help: evil })),
    };
    const { bodies, annotations } = await comment({ text: JSON.stringify(hostile) });
    expect(annotations).toEqual([]);
    expect(bodies[0]?.split('\n')[0]).toMatch(
      /^<!-- migrate-check key=default project=[\w%.!*'()]+ run=7000\.2 /,
    );
    expect(bodies[0]?.replaceAll(/`[^`\n]+`/g, '')).not.toMatch(/@everyone|<img|javascript:/);
  });
});

describe('the order of the runs is that of the runs that checked', () => {
  test('an older one that comes later writes nothing', async () => {
    const { fake } = await comment({ event: following(7002, 1) });
    const { bodies, stdout } = await comment({
      fake,
      event: following(7001, 9),
      text: JSON.stringify(clean),
    });
    expect(bodies).toEqual([expect.stringContaining('run=7002.1')]);
    expect(stdout).toContain('a newer run has written it');
  });
});

test('a token that may not comment is no failure', async () => {
  const { status, annotations } = await comment({ state: { rights: { 'pull-requests': 'read' } } });
  expect(status).toBe(0);
  expect(annotations).toEqual([
    expect.stringMatching(
      /^::notice title=migrate-check::The comment could not be written: the token lacks issues: write/,
    ),
  ]);
});

test('after a run that was of no pull request there is nothing to do', async () => {
  const payload = structuredClone(event.payload) as { workflow_run: object };
  const pushed = {
    ...event,
    payload: { ...payload, workflow_run: { ...payload.workflow_run, event: 'push' } },
  };
  const { status, fake, stdout } = await comment({ event: pushed });
  expect([status, fake.asked]).toEqual([0, []]);
  expect(stdout).toContain('the other run was not of a pull request');
});

describe('where the other run has left no report', () => {
  const missing =
    /^::notice title=migrate-check::There is no file report\.json\. No report .* ended as failure\.$/;
  const always = { comment: 'always' };

  test('there is no comment where there was none, and the file is named for whoever has misspelt it', async () => {
    const { status, annotations, bodies, stdout } = await comment({ text: null, inputs: always });
    expect([status, annotations, bodies]).toEqual([0, [expect.stringMatching(missing)], []]);
    expect(stdout).toContain('No comment was written: there is none to bring up to date.');
  });

  test.each([
    ['failed', failing],
    ['passed', clean],
  ])(
    'a comment that says %s says that this commit was not checked, until another is',
    async (verdict, earlier) => {
      const { fake, bodies } = await comment({ text: JSON.stringify(earlier), inputs: always });
      expect(bodies).toEqual([expect.stringContaining(`migrate-check: ${verdict}`)]);
      const without = await comment({ fake, text: null, event: following(7001, 1) });
      expect([without.status, without.annotations]).toEqual([0, [expect.stringMatching(missing)]]);
      expect(without.stdout).toContain('The comment is written.');
      expect(without.bodies).toEqual([expect.stringContaining('migrate-check: not checked')]);
      expect(without.bodies[0]).not.toContain(`migrate-check: ${verdict}`);
      expect(without.bodies[0]).toContain('which has ended as failure');
      expect(without.bodies[0]).toContain('[Run 7001](https://github.com/org/shop/actions/runs/7001)');
      const last = await comment({ fake, event: following(7002, 1) });
      expect(last.bodies).toEqual([expect.stringContaining('migrate-check: failed')]);
    },
  );

  test.each([
    ['an older run', { event: following(6999, 1) }],
    ['a step with another report', { inputs: { report: 'other.json' } }],
    ['a step that wants no comment', { inputs: { comment: 'never' } }],
  ])('%s leaves the comment as it is', async (_, more) => {
    const { fake, bodies } = await comment();
    const { status, ...without } = await comment({ fake, text: null, ...more });
    expect([status, without.bodies]).toEqual([0, bodies]);
    expect(bodies).toHaveLength(1);
  });

  test('what is there and cannot be read is an error', async () => {
    const { status, annotations } = await comment({ inputs: { report: '.' } });
    expect(status).toBe(1);
    expect(annotations[0]).toMatch(/cannot be commented on\. It is no file/);
  });
});

describe('what is missing is named', () => {
  test('the event', async () => {
    const { status, annotations } = await comment({ event: storedEvent('pull-request') });
    expect(status).toBe(1);
    expect(annotations[0]).toMatch(
      /workflow_run, after the one that has checked; this is pull_request%0A.*fork-comment\.yml/,
    );
  });

  test.each(['report', 'github-token'])('the input %s', async (name) => {
    const { status, annotations } = await comment({ inputs: { [name]: '' } });
    expect(status).toBe(1);
    expect(annotations[0]).toContain(`the input ${name} is needed`);
  });
});
