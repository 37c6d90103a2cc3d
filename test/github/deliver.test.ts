/** What of a report is shown where, and that whatever goes wrong there is told and no more. */
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { bigReport } from '../reporters/big-report.ts';
import { facts, failure, move, report, trip } from '../support/facts.ts';
import { revision } from '../support/graph.ts';
import type { ShowOptions } from './support/show.ts';
import { show } from './support/show.ts';

const a = revision('a');
const failing = report(
  trip(a, {
    downgrade: move('downgrade', 'a', { failure: failure('python', 'RuntimeError', 'It does not go back.') }),
  }),
);
const clean = report(facts([a]));
const warned: Report = {
  ...clean,
  findings: failing.findings.map((finding) => ({ ...finding, severity: 'warning' as const })),
};
const untouched: Report = {
  ...clean,
  graph: { revisions: [], bases: [], heads: [], faults: [] },
  plan: { scope: 'changed', steps: [], leftOut: [], untouchedSince: 'main' },
};
const incomplete: Report = { ...clean, verdict: 'incomplete' };
const readOnly = { rights: { contents: 'read', 'pull-requests': 'read' } } as const;

test('the reports are what they are called', () => {
  expect([failing, clean, warned, untouched, incomplete].map(({ verdict }) => verdict)).toEqual([
    'failed',
    'passed',
    'passed',
    'passed',
    'incomplete',
  ]);
  expect(failing.findings.length).toBeGreaterThan(0);
});

test('a failed check is seen in a comment, with addresses at the last commit, and in the summary', async () => {
  const { comments, summary, lines, notice } = await show(failing);
  expect(comments).toHaveLength(1);
  expect(comments[0]).toContain('migrate-check: failed');
  expect(comments[0]).toMatch(/\(https:\/\/github\.com\/org\/shop\/blob\/22222222b{32}\/[^)]*#L\d+/);
  expect(comments[0]).toContain(
    'https://github.com/org/migrate-check/blob/v1.2.3/docs/rules/downgrade-fails.md',
  );
  expect(comments[0]).toMatch(
    /<sub>\[Run 7000\]\(https:\/\/github\.com\/org\/shop\/actions\/runs\/7000\) on 22222222bbbb<\/sub>\n$/,
  );
  expect(summary).toContain('migrate-check: failed');
  expect(lines).toEqual(failing.findings);
  expect(notice).toBe(undefined);
});

describe('whether a comment is made is said by the setting', () => {
  test.each([
    ['on-failure', failing, true],
    ['on-failure', incomplete, true],
    ['on-failure', warned, false],
    ['on-failure', clean, false],
    ['changes', failing, true],
    ['changes', warned, true],
    ['changes', clean, true],
    ['changes', untouched, false],
    ['always', untouched, true],
    ['never', failing, false],
  ] as const)('%s, %#', async (comment, given, isMade) => {
    const { comments, fake } = await show(given, { settings: { comment } });
    expect(comments).toHaveLength(isMade ? 1 : 0);
    if (comment === 'never') expect(fake.asked).toEqual([]);
  });

  test('changes asks for a revision that the pull request changes, where all are checked', async () => {
    const settings = { comment: 'changes' } as const;
    const of = async (file: string) =>
      (await show(clean, { settings, changed: new Map([[file, undefined]]) })).comments;
    expect(await of(a.place.file)).toHaveLength(1);
    expect(await of('README.md')).toEqual([]);
  });
});

test('a comment goes from red to resolved, and stays as it is', async () => {
  const { fake } = await show(failing, { run: 1 });
  const { comments } = await show(clean, { fake, run: 2 });
  expect(comments).toEqual([expect.stringContaining('resolved')]);
  await show(clean, { fake, run: 3 });
  expect(fake.asked.filter((operation) => operation === 'issues/update-comment')).toHaveLength(1);
});

test.each([
  'push',
  'schedule',
  'workflow-dispatch',
  'merge-group',
  'push-new-branch',
  'push-forced',
] as const)('on %s nobody is asked for a comment', async (event) => {
  const { fake, summary, lines, notice } = await show(failing, { event, settings: { comment: 'always' } });
  expect(fake.asked).toEqual([]);
  expect([summary !== '', lines.length > 0, notice]).toEqual([true, true, undefined]);
});

describe('a token that may only read', () => {
  test.each([
    'pull-request',
    'pull-request-fork',
    'pull-request-deleted-fork',
    'pull-request-dependabot',
  ] as const)('on %s: lines and summary do it, and one notice says why', async (event) => {
    const { comments, summary, lines, notice } = await show(failing, { event, state: readOnly });
    expect(comments).toEqual([]);
    expect(summary).toContain('migrate-check: failed');
    expect(lines).toEqual(failing.findings);
    expect(notice).toContain(
      'The comment could not be written: the token lacks issues: write or pull-requests: write.',
    );
    expect(notice?.includes('may only read')).toBe(event !== 'pull-request');
  });

  test('where there was nothing to say nothing is missed', async () => {
    expect((await show(clean, { state: readOnly })).notice).toBe(undefined);
    expect((await show(clean, { state: { rights: {} } })).notice).toBe(undefined);
  });

  test('without a token nobody is asked', async () => {
    const { fake, notice, summary } = await show(failing, { hasToken: false });
    expect([fake.asked, notice]).toEqual([[], undefined]);
    expect(summary).toContain('failed');
  });
});

describe('a check run', () => {
  const asked: ShowOptions = {
    settings: { annotations: 'checks', comment: 'never' },
    state: { rights: { checks: 'write' } },
  };

  test('takes the place of the lines in the log', async () => {
    const { fake, lines, notice } = await show(failing, asked);
    expect([lines, notice]).toEqual([[], undefined]);
    expect(fake.state.checkRuns).toEqual([
      expect.objectContaining({
        name: 'migrate-check shop',
        conclusion: 'failure',
        head: `22222222${'b'.repeat(32)}`,
      }),
    ]);
    expect(fake.state.checkRuns[0]?.annotations).toHaveLength(failing.findings.length);
  });

  test.each([
    [clean, 'success'],
    [warned, 'success'],
    [incomplete, 'failure'],
    [{ ...failing, failOn: 'never' as const }, 'neutral'],
  ])('of %# ends in %s', async (given, conclusion) => {
    const { fake } = await show(given, asked);
    expect(fake.state.checkRuns[0]?.conclusion).toBe(conclusion);
  });

  test('where the token may not, the lines of the log do', async () => {
    const { lines, notice } = await show(failing, { ...asked, state: readOnly });
    expect(lines).toEqual(failing.findings);
    expect(notice).toContain('The check run could not be written: the token lacks checks: write.');
  });

  test('shows what the filter lets through', async () => {
    const changed = new Map([['README.md', undefined]]);
    const { fake } = await show(failing, { ...asked, changed });
    expect(fake.state.checkRuns[0]?.annotations).toEqual([]);
  });

  test('jobs of a matrix have theirs', async () => {
    const settings = { ...asked.settings, commentKey: 'pg-17' };
    const { fake } = await show(failing, { ...asked, settings });
    expect(fake.state.checkRuns[0]?.name).toBe('migrate-check shop pg-17');
  });
});

test('without annotations there are none', async () => {
  expect((await show(failing, { settings: { annotations: 'none' } })).lines).toEqual([]);
});

describe('an edit that ends a finding', () => {
  const [finding] = failing.findings;
  const edit = { file: a.place.file, startLine: 1, endLine: 1, before: ['x = 1'], after: ['x = 2'] };
  const fixable = {
    ...failing,
    findings: [{ ...finding, suggestion: { edit, walked: [a.id], milliseconds: 3 } }],
  } as Report;
  const files = [{ filename: a.place.file, patch: '@@ -0,0 +1 @@\n+x = 1' }];

  test('is offered on its line', async () => {
    const { fake } = await show(fixable, { state: { files } });
    expect(fake.state.reviews[0]?.comments[0]?.body).toMatch(
      /^\*\*\[`downgrade-fails`\]\(https:\S+downgrade-fails\.md\)\*\*\n\n[\s\S]+\n\n```suggestion\nx = 2\n```$/,
    );
  });

  test('and not where nobody wants it, or it is no pull request', async () => {
    const { fake } = await show(fixable, { state: { files }, settings: { suggestions: false } });
    await show(fixable, { fake, event: 'push' });
    expect(fake.state.reviews).toEqual([]);
  });
});

describe('500 findings over 60 revisions', () => {
  const report = bigReport();

  test('are delivered everywhere, the worst first, and what is left out is said', async () => {
    const settings = { annotations: 'checks', filter: 'none' } as const;
    const state = { rights: { checks: 'write', 'pull-requests': 'write' } } as const;
    const { comments, summary, notice, fake } = await show(report, { settings, state });
    expect(notice).toBe(undefined);
    expect(comments[0]).toMatch(/\d+ more findings are not shown here/);
    expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
    const [run] = fake.state.checkRuns;
    expect(run?.annotations.map((one) => one.annotation_level)).toEqual([
      ...Array(100).fill('failure'),
      ...Array(200).fill('warning'),
      ...Array(200).fill('notice'),
    ]);
  });
});

test('where GitHub is ill all of it is told in one notice, and nothing is thrown', async () => {
  const prepare: ShowOptions['prepare'] = ({ faults }) =>
    faults.push(
      { operation: 'issues/list-comments', status: 502 },
      { operation: 'checks/create', status: 503 },
    );
  const settings = { annotations: 'checks' } as const;
  const { lines, notice, summary } = await show(failing, { prepare, settings });
  expect(lines).toEqual(failing.findings);
  expect(notice).toMatch(/The comment could not be written: .*The check run could not be written: /);
  expect(summary).toContain('failed');
});

test('a server that was ill for a moment is asked again', async () => {
  const { comments, notice } = await show(failing, {
    prepare: ({ faults }) => faults.push({ operation: 'issues/create-comment', status: 500, times: 1 }),
  });
  expect([comments.length, notice]).toEqual([1, undefined]);
});
