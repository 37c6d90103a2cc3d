/** Whole runs of the action on repositories as actions/checkout leaves them, one for each kind of event. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { baseOf } from '../../src/action/base.ts';
import { commit } from '../support/git.ts';
import { remoteWith, tip } from '../support/remote.ts';
import { write } from '../support/temporary.ts';
import { eventOf } from './support/events.ts';
import { left, made, project, runOn, versions } from './support/step.ts';

test('a pull request: the gate is shut, on the line, in the comment and in the summary', async () => {
  const remote = await remoteWith({ before: { ...project, ...made('a', null) }, branch: left('b', 'a') });
  const { status, errors, fake, summary, outputs, stdout } = await runOn(remote, { event: 'pull-request' });
  expect(status).toBe(1);
  expect(errors).toEqual(['migrate-check :', `missing-downgrade ${versions}/b.py:13`]);
  expect(fake.state.comments).toEqual([expect.objectContaining({ issue: 7 })]);
  const [{ body } = { body: '' }] = fake.state.comments;
  expect(body).toContain(`https://github.com/org/shop/blob/${remote.head}/${versions}/b.py#L`);
  expect(body).toMatch(/^<!-- migrate-check key=default project=db run=7000\.1 /);
  expect(summary).toContain('migrate-check: failed');
  expect(outputs).toMatchObject({ verdict: 'failed', errors: '1', head: 'b' });
  expect(stdout.replace('::add-mask::hunter2', '')).not.toContain('hunter2');
});

test('from a fork the same is seen without the comment, and one notice says why', async () => {
  const remote = await remoteWith({ before: { ...project, ...made('a', null) }, branch: left('b', 'a') });
  const { status, errors, annotations, fake } = await runOn(remote, {
    event: 'pull-request-fork',
    state: { rights: { contents: 'read', 'pull-requests': 'read' } },
  });
  expect(status).toBe(1);
  expect(errors).toHaveLength(2);
  expect(fake.state.comments).toEqual([]);
  const notices = annotations.filter((line) => line.startsWith('::notice title=migrate-check'));
  expect(notices).toEqual([expect.stringContaining('docs/github.md#pull-requests-from-forks')]);
});

describe('a change that touches no migration', () => {
  const events = ['pull-request', 'pull-request-fork', 'pull-request-dependabot', 'merge-group'] as const;

  test.each(events)('on %s the gate opens without Python and without PostgreSQL', async (event) => {
    const remote = await remoteWith({
      before: { ...project, ...left('a', null) },
      branch: { 'README.md': '# Other shop\n' },
    });
    const url = 'postgresql://bob:hunter3@127.0.0.1:9/none';
    const { status, annotations, outputs, fake, stdout } = await runOn(remote, {
      event,
      inputs: { python: '/nowhere/python', database: 'server', 'database-url': url },
      state: { rights: {} },
    });
    expect([status, annotations]).toEqual([0, []]);
    expect(outputs).toMatchObject({ verdict: 'passed', head: '' });
    expect(fake.state.comments).toEqual([]);
    // Hidden from the log, the address whole and its password alone.
    expect(stdout.split('\n').filter((line) => /hunter/.test(line))).toEqual([
      '::add-mask::hunter2',
      `::add-mask::${url}`,
      '::add-mask::hunter3',
    ]);
  });
});

describe('another revision that was merged meanwhile', () => {
  const content = {
    before: { ...project, ...made('a', null) },
    branch: made('b', 'a'),
    since: made('c', 'a'),
  };

  /** As GitHub shows a file that is new. */
  const patchOf = (text = ''): string => {
    const lines = text.trimEnd().split('\n');
    return [`@@ -0,0 +1,${lines.length} @@`, ...lines.map((line) => `+${line}`)].join('\n');
  };

  test.each([
    ['pull-request', 1],
    ['merge-group', 0],
  ] as const)('is found on %s, and the new parent is named', async (event, reviews) => {
    const file = `${versions}/b.py`;
    const { status, errors, annotations, fake } = await runOn(await remoteWith(content), {
      event,
      state: { files: [{ filename: file, patch: patchOf(content.branch[file]) }] },
    });
    expect(status).toBe(1);
    expect(errors).toEqual(['migrate-check :', `several-heads ${file}:5`]);
    expect(annotations.join()).toContain(`down_revision = "c"  # in ${file}`);
    expect(fake.state.reviews).toHaveLength(reviews);
    for (const { comments } of fake.state.reviews)
      expect(comments).toEqual([
        expect.objectContaining({
          path: file,
          line: 6,
          body: expect.stringContaining('\ndown_revision = "c"\n'),
        }),
      ]);
  });

  test('after the run is found when it is run again, and the new parent is named', async () => {
    const remote = await remoteWith({ before: content.before, branch: content.branch });
    const { status, errors, annotations } = await runOn(remote, {
      event: 'pull-request-rerun',
      depth: 100,
      later: async ({ directory }, { state }) => {
        await write(directory, made('c', 'a'));
        commit(directory);
        Object.assign(state.branches, { main: tip(directory) });
      },
    });
    expect(status).toBe(1);
    expect(errors).toEqual(['migrate-check :', `stale-down-revision ${versions}/b.py:6`]);
    expect(annotations.join()).toContain('down_revision = "c"');
  });
});

test('what the filter holds back shuts the gate all the same, and is said', async () => {
  const remote = await remoteWith({
    before: { ...project, ...left('a', null) },
    branch: made('b', 'a'),
  });
  const { status, annotations } = await runOn(remote, { event: 'pull-request', inputs: { scope: 'all' } });
  expect(status).toBe(1);
  expect(annotations.filter((line) => line.startsWith('::error'))).toEqual([
    '::error title=migrate-check::failed: 1 error%0A1 error on no changed line is in the summary of this job',
  ]);
});

describe('pull_request_target', () => {
  const unsafe = { event: 'pull-request-target', inputs: { python: '/nowhere/python' } } as const;
  const content = { before: { ...project, ...made('a', null) }, branch: { 'README.md': '# Other shop\n' } };

  test('is refused with an explanation, before anything of the project is looked at', async () => {
    const { status, annotations, fake } = await runOn(await remoteWith(content), unsafe);
    expect(status).toBe(1);
    expect(annotations).toEqual([
      expect.stringMatching(
        /^::error::On pull_request_target the migrations of any .*%0AUse the event pull_request: .*docs\/github\.md/,
      ),
    ]);
    expect(fake.asked).toEqual([]);
  });

  test('goes on where the workflow says that it may', async () => {
    const inputs = { ...unsafe.inputs, 'allow-pull-request-target': 'true' };
    const { status, outputs } = await runOn(await remoteWith(content), { ...unsafe, inputs, depth: 100 });
    expect([status, outputs['verdict']]).toEqual([0, 'passed']);
  });

  test('and not where the settings file of the pull request says so', async () => {
    const branch = { 'db/migrate-check.yml': 'allow-pull-request-target: true\nmode: check\n' };
    const { status, annotations } = await runOn(await remoteWith({ ...content, branch }), unsafe);
    expect(status).toBe(1);
    expect(annotations[0]).toMatch(/^::error::On pull_request_target/);
  });
});

test.each(['push', 'push-new-branch', 'push-forced', 'schedule', 'workflow-dispatch'] as const)(
  'on %s there is no base, so everything is checked',
  async (name) => {
    expect(await baseOf(join(import.meta.dirname, '..', '..'), eventOf(name), undefined)).toBe(undefined);
  },
);
