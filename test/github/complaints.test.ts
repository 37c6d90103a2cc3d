/**
 * What users of other actions that check pull requests complain of most, and that this one does better. Each has its test
 * here, or is named here with the test that is elsewhere because it needs a whole run.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { annotationsOf } from '../../src/github/annotations.ts';
import { outputs } from '../../src/github/outputs.ts';
import { opens, type Report } from '../../src/model/report.ts';
import { bigReport } from '../reporters/big-report.ts';
import { facts, report } from '../support/facts.ts';
import { revision } from '../support/graph.ts';
import { show } from './support/show.ts';

const some = (findings: number): Report => bigReport({ findings, revisions: Math.min(findings, 60) });
const clean = report(facts([revision('a')]));

test('1. a token that lacks a permission makes the job red', async () => {
  const { notice } = await show(clean, { state: { rights: {} }, settings: { comment: 'always' } });
  expect(notice).toContain('the token lacks');
  expect(opens(clean)).toBe(true);
});

test('2. every push makes a new comment', async () => {
  const { fake } = await show(some(1), { run: 1 });
  await show(some(2), { fake, run: 2 });
  await show(some(3), { fake, run: 3 });
  expect(fake.state.comments).toHaveLength(1);
  expect(fake.state.comments[0]?.body).toContain('Finding number 2');
});

test('3. there is a comment although nothing is wrong', async () => {
  const { fake } = await show(clean);
  expect(fake.asked).toEqual(['issues/list-comments']);
});

test('4. the comment stays red after the fault is mended', async () => {
  const { fake } = await show(some(1), { run: 1 });
  const { comments } = await show(clean, { fake, run: 2 });
  expect(comments[0]).toContain('resolved');
  expect(comments[0]).not.toContain('Finding number');
});

test('5. a comment that is too long is not made at all', async () => {
  const { comments } = await show(some(2000));
  expect(comments[0]?.length).toBeGreaterThan(50_000);
  expect(comments[0]).toMatch(/\d+ more findings are not shown here/);
});

test('6. a summary of more than 1 MiB is dropped, and blocks the merge', async () => {
  const { summary, notice } = await show(some(4000), { settings: { comment: 'never' } });
  expect(Buffer.byteLength(summary)).toBeGreaterThan(500_000);
  expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
  expect([summary.includes('more findings are not shown here'), notice]).toEqual([true, undefined]);
});

test('7. ten annotations are shown, and nobody says that there are more', async () => {
  const { findings } = some(100);
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const [first, ...others] = annotationsOf({ findings, filter: 'none' }).filter(
    ({ level }) => level === 'error',
  );
  expect(first?.message).toBe(`${errors - 9} more errors are in the summary of this job`);
  expect(others).toHaveLength(9);
  const { summary } = await show(some(100));
  expect(new Set(summary.match(/Finding number \d+:/g))).toHaveLength(100);
});

test('8. more than fifty annotations are refused, all of them', async () => {
  const { fake } = await show(some(120), {
    settings: { annotations: 'checks', comment: 'never' },
    state: { rights: { checks: 'write' } },
  });
  expect(fake.state.checkRuns[0]?.annotations).toHaveLength(120);
  expect(fake.asked).toEqual(['checks/create', 'checks/update', 'checks/update']);
});

test('9. the check is seen under another workflow, and stays red there', async () => {
  // The job's own status is the gate; a check run of its own is only there for whoever asks for it.
  const { fake } = await show(some(1));
  expect(fake.asked.filter((operation) => operation.startsWith('checks/'))).toEqual([]);
});

test('10. there are findings on files that the pull request does not touch', () => {
  const { findings } = some(60);
  const file = findings[0]?.place.file ?? '';
  const changed = new Map([[file, undefined]]);
  const files = annotationsOf({ findings, filter: 'file', changed }).flatMap(
    ({ place }) => place?.file ?? [],
  );
  expect(new Set(files)).toEqual(new Set([file]));
});

test('12. one comment that is not on the diff takes the whole review, and the run, with it', async () => {
  const [finding] = some(1).findings;
  if (!finding) throw new Error('no finding');
  const edit = { file: 'a.py', startLine: 9, endLine: 9, before: ['x'], after: ['y'] };
  const suggestion = { edit, walked: [], milliseconds: 1 };
  const fixable: Report = { ...some(1), findings: [{ ...finding, suggestion }] };
  const files = [{ filename: 'a.py', patch: '@@ -1 +1 @@\n-x\n+x' }];
  const { fake, notice } = await show(fixable, { state: { files } });
  expect([fake.state.reviews, notice]).toEqual([[], undefined]);
  // And should GitHub refuse it all the same, nothing ends because of it.
  const onDiff = [{ filename: 'a.py', patch: `@@ -0,0 +9 @@\n+x` }];
  const refused = await show(fixable, {
    state: { files: onDiff },
    prepare: ({ faults }) =>
      faults.push({ operation: 'pulls/create-review', status: 422, message: 'line must be' }),
  });
  expect(refused.notice).toContain('The suggestions could not be written: line must be');
  expect(refused.comments).toHaveLength(1);
});

test('14. jobs of a matrix write over each other', async () => {
  const { fake } = await show(some(1), { settings: { commentKey: 'pg-16' } });
  await show(some(1), { fake, settings: { commentKey: 'pg-17' } });
  expect(fake.state.comments).toHaveLength(2);
});

test('15. what the step gives to others is too long for a command line', () => {
  const given = outputs.map(({ of }) => of(bigReport()));
  expect(Math.max(...given.map(({ length }) => length))).toBeLessThanOrEqual(1000);
  const heads = Array.from({ length: 500 }, (_, at) => `head${at}`) as unknown as Report['graph']['heads'];
  const many = { ...clean, graph: { ...clean.graph, heads } };
  expect(outputs.map(({ of }) => of(many).length).every((length) => length <= 1000)).toBe(true);
});

describe('elsewhere', () => {
  test.each([
    [
      '1. the same, in a whole run',
      'events.test.ts',
      'from a fork the same is seen without the comment, and one notice says why',
    ],
    [
      '11. the filter of what is shown opens the gate',
      'events.test.ts',
      'what the filter holds back shuts the gate all the same, and is said',
    ],
    ['13. it is slow to start', '../packaging/bundle.test.ts', '%s reads none of them'],
    [
      '13. and does much where nothing is to be done',
      'events.test.ts',
      'on %s the gate opens without Python and without PostgreSQL',
    ],
    [
      '14. two runs at once leave two comments, or the older one',
      'sticky.test.ts',
      'of two that make one at the same time the newer stays, where the other is %s',
    ],
    [
      '15. a required check never reports, in the merge queue',
      'events.test.ts',
      'is found on %s, and the new parent is named',
    ],
  ])('%s', (_, file, name) => {
    const text = readFileSync(join(import.meta.dirname, file), 'utf8');
    expect(text.includes(`'${name}'`)).toBe(true);
  });
});
