/** Runs that cannot even begin: nobody must take what an earlier commit was told for what is said of this one. */
import { describe, expect, test } from 'vitest';
import { shortHostileStrings } from '../reporters/hostile/strings.ts';
import { expectHarmless } from '../reporters/markdown/support/harmless.ts';
import { remoteWith } from '../support/remote.ts';
import { type FakeGitHub, fakeGitHub } from './fake/github.ts';
import { type Given, left, made, project, runOn, type StepEnded } from './support/step.ts';

const before = { ...project, ...made('a', null) };
const raising = (error: string): Readonly<Record<string, string>> => ({
  ...made('b', 'a'),
  'db/migrations/env.py': `import os\n\nraise ${error}\n`,
});
/** What a pull request may add. */
const branches = {
  clean: made('b', 'a'),
  faulty: left('b', 'a'),
  broken: raising('RuntimeError("no settings of the shop")'),
  'without settings': { ...made('b', 'a'), 'db/migrate-check.yml': 'comment: always\npostgres: nine\n' },
  'without a project': { ...made('b', 'a'), 'db/alembic.ini': '[other]\n' },
} as const;

interface Pushed extends Partial<Given> {
  readonly adds: keyof typeof branches;
}

/** A run for a pull request that adds this, with all of its history to compare with. */
const push = async ({ adds, ...given }: Pushed): Promise<StepEnded> =>
  runOn(await remoteWith({ before, branch: branches[adds] }), {
    event: 'pull-request',
    depth: 100,
    ...given,
  });

/** As people read them. */
const comments = ({ state }: FakeGitHub): readonly string[] =>
  state.comments.map(({ body }) => body.split('\n').slice(1).join('\n'));

const heading = '## ⚠️ migrate-check: not checked';

describe('an env.py that fails', () => {
  test('is told in the log on its line, in the summary, in a comment and as the verdict', async () => {
    const { status, annotations, summary, outputs, fake } = await push({ adds: 'broken' });
    expect(status).toBe(1);
    expect(annotations).toEqual([
      expect.stringMatching(
        /^::error file=db\/migrations\/env\.py,line=3::db\/migrations\/env\.py:3 fails: RuntimeError: no settings of the shop%0A/,
      ),
    ]);
    expect(outputs).toEqual({ verdict: 'not-checked' });
    expect(summary).toContain(heading);
    expect(summary).toContain('no settings of the shop');
    const [{ body = '', issue = 0 } = {}] = fake.state.comments;
    expect(issue).toBe(7);
    expect(body).toMatch(/^<!-- migrate-check key=default project=db run=7000\.1 head=\w{40} step=\w+ -->\n/);
    expect(body).toContain(`${heading}\n\nNothing of \`db\` was checked`);
    expect(body).toContain('no settings of the shop');
    expect(body).toContain('[Run 7000](https://github.com/org/shop/actions/runs/7000) on ');
  });

  test('takes the place of what was said of an earlier commit, until a run can say something again', async () => {
    const { fake } = await push({ adds: 'clean', inputs: { comment: 'always' }, id: 7000 });
    expect(comments(fake)).toEqual([expect.stringContaining('✅ migrate-check: passed')]);
    await push({ adds: 'broken', fake, id: 7001 });
    expect(comments(fake)).toEqual([expect.stringContaining(heading)]);
    expect(comments(fake)[0]).not.toContain('passed');
    await push({ adds: 'faulty', fake, id: 7002 });
    expect(comments(fake)).toEqual([expect.stringContaining('❌ migrate-check: failed')]);
    await push({ adds: 'broken', fake, id: 7003 });
    await push({ adds: 'clean', fake, id: 7004 });
    expect(comments(fake)).toEqual([expect.stringContaining('migrate-check: resolved')]);
  });

  test('of an older run leaves what a newer one has written', async () => {
    const { fake } = await push({ adds: 'faulty', id: 7002 });
    await push({ adds: 'broken', fake, id: 7001 });
    expect(comments(fake)).toEqual([expect.stringContaining('migrate-check: failed')]);
  });

  test('makes no comment where nobody wants one', async () => {
    const { status, fake } = await push({ adds: 'broken', inputs: { comment: 'never' } });
    expect([status, fake.asked]).toEqual([1, []]);
  });

  test('of a fork makes none either, and one notice says why', async () => {
    const { status, annotations, fake } = await push({
      adds: 'broken',
      event: 'pull-request-fork',
      state: { rights: { contents: 'read', 'pull-requests': 'read' } },
    });
    expect([status, fake.state.comments]).toEqual([1, []]);
    expect(annotations).toEqual([
      expect.stringMatching(/^::notice .*docs\/github\.md#pull-requests-from-forks/),
      expect.stringMatching(/^::error file=/),
    ]);
  });
});

describe.each(['without settings', 'without a project'] as const)('a project %s', (adds) => {
  test('has no comment where there was none: nobody knows what it would be about', async () => {
    const { status, summary, fake } = await push({ adds });
    expect([status, fake.state.comments]).toEqual([1, []]);
    expect(summary).toContain(heading);
  });

  test('brings the comment of an earlier commit up to date, which is then written on', async () => {
    const { fake } = await push({ adds: 'faulty', id: 7000 });
    await push({ adds, fake, id: 7001 });
    expect(comments(fake)).toEqual([expect.stringContaining(`${heading}\n\nNothing of \`db\` was checked`)]);
    await push({ adds: 'clean', fake, id: 7002 });
    expect(comments(fake)).toEqual([expect.stringContaining('migrate-check: resolved')]);
  });

  test('leaves the comments of other steps alone, and its own where nobody wants one', async () => {
    const { fake } = await push({ adds: 'faulty', id: 7000 });
    await push({ adds, fake, inputs: { 'comment-key': 'other' }, id: 7001 });
    await push({ adds, fake, inputs: { comment: 'never' }, id: 7002 });
    expect(comments(fake)).toEqual([expect.stringContaining('migrate-check: failed')]);
  });
});

test('a setting that is wrong is told on its line', async () => {
  const { annotations } = await push({ adds: 'without settings' });
  expect(annotations[0]).toMatch(/^::error file=db\/migrate-check\.yml,line=2::db\/migrate-check\.yml:2: /);
});

test('a fault of ours is told as one, and stands in the log to be reported', async () => {
  const { status, annotations, stderr, fake } = await push({
    adds: 'clean',
    env: { RUNNER_TEMP: '/nowhere/to/write' },
  });
  expect(status).toBe(1);
  expect(annotations).toEqual([expect.stringMatching(/^::error::migrate-check itself has failed: ENOENT/)]);
  expect(stderr).toMatch(/fault of migrate-check[\s\S]*at .*\n[\s\S]*Node\.js v\d+/);
  expect(comments(fake)[0]).toContain(`${heading}\n`);
});

test.each([
  ['an input of the workflow that is wrong', { inputs: { mode: 'nonsense' } }],
  ['an event that is refused', { event: 'pull-request-target' }],
] as const)('%s is told in the summary, and no comment is looked for', async (_, given) => {
  const { status, summary, outputs, fake } = await push({ adds: 'clean', ...given });
  expect([status, fake.asked, outputs]).toEqual([1, [], { verdict: 'not-checked' }]);
  expect(summary).toContain(heading);
});

describe('an error that says what a stranger wants', () => {
  const evil = shortHostileStrings.filter((text) => text.length < 200).join('\n');
  const url = 'postgresql://shop:s3cr3t@db.internal/shop';
  const says = `raise RuntimeError(${JSON.stringify(`${evil}\n${url}\n::error::from env.py\n@everyone see #1`)})`;

  test('is text in the log, in the summary and in the comment, and holds no password', async () => {
    const branch = raising(says.replace(/^raise /, ''));
    const fake = await fakeGitHub();
    const { annotations, stdout, stderr, summary } = await runOn(await remoteWith({ before, branch }), {
      event: 'pull-request',
      fake,
      depth: 100,
    });
    expect(annotations).toHaveLength(1);
    expect(comments(fake)).toHaveLength(1);
    for (const text of [summary, ...comments(fake)]) {
      expect(text).toContain(heading);
      expect(text).toContain('from env.py');
      expectHarmless(text.replace(/\n<sub>\[Run 7000\]\([^()]+\) on \w+<\/sub>\n$/, ''));
    }
    expect([summary, stdout, stderr, ...comments(fake)].join()).not.toContain('s3cr3t');
  });
});
