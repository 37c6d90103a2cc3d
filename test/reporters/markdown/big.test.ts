import { describe, expect, test } from 'vitest';
import { comment } from '../../../src/reporters/markdown/comment.ts';
import { summary } from '../../../src/reporters/markdown/summary.ts';
import { markdown } from '../../../src/reporters/markdown.ts';
import { move } from '../../support/facts.ts';
import { bigReport } from '../big-report.ts';
import { expectHarmless, how } from './support/harmless.ts';
import { readFlowchart, readGantt } from './support/mermaid.ts';
import { drawingsIn, nodesOf, parsed } from './support/rendered.ts';

const report = bigReport();
const commentBudget = 65_000;
const summaryBudget = 900 * 1024;
const kinds = [
  ['comment', comment, commentBudget],
  ['summary', summary, summaryBudget],
] as const;

const numbers = (body: string): readonly number[] =>
  [...body.matchAll(/^Finding number (\d+):/gm)].map(([, number]) => Number(number));
const leftOut = (body: string): readonly string[] =>
  /\*\*(\d+) more findings? (?:is|are) not shown here: (.*)\.\*\*/.exec(body)?.slice(1) ?? [];

describe.each(kinds)('the %s of 500 findings over 60 revisions', (_, reporter, budget) => {
  const body = reporter.render(report, { ...how, budget });

  test('keeps its budget, and uses it', () => {
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(budget);
    expect(
      Buffer.byteLength(reporter.render(bigReport({ findings: 5000, revisions: 60 }), { ...how, budget })),
    ).toBeGreaterThan(budget * 0.95);
  });

  test('is whole', () => {
    expectHarmless(body);
  });

  test('has the worst first, none of them twice, and says how many there are more', () => {
    const shown = numbers(body);
    expect(shown).toEqual(Array.from({ length: shown.length }, (_, at) => at));
    expect(shown.length).toBeGreaterThan(60);
    const [more = '0', severities] = leftOut(body);
    expect(shown.length + Number(more)).toBe(500);
    if (reporter === comment)
      expect(severities).toMatch(/^\d+ errors?, 200 warnings, 200 notices$|^\d+ warnings?, 200 notices$/);
  });

  test('says at first how many there are of all', () => {
    expect(body.split('\n').slice(0, 6).join('\n')).toContain('100 errors, 200 warnings, 200 notices');
  });

  test('draws what Mermaid can draw', async () => {
    const [graph = '', time] = drawingsIn(nodesOf(parsed(body)));
    const { labels, edges } = await readFlowchart(graph);
    expect(labels.length).toBe(reporter === comment ? 12 : 20);
    expect(edges).toBe(labels.length - 1);
    if (time !== undefined) expect(await readGantt(time)).toHaveLength(90);
  });
});

describe.each(kinds)('whatever the budget of a %s', (_, reporter) => {
  const least = Buffer.byteLength(reporter.render(report, { ...how, budget: 1500 }));

  test.each([1500, 2000, 5000, 20_000, 40_000, 65_535, 65_536, 65_537])(
    '%i bytes are not overrun',
    (budget) => {
      const body = reporter.render(report, { ...how, budget });
      expect(Buffer.byteLength(body)).toBeLessThanOrEqual(budget);
      expectHarmless(body);
      expect(numbers(body).length + Number(leftOut(body)[0] ?? 0)).toBe(500);
    },
  );

  test('one byte less than all needs leaves out the mildest, and says so', () => {
    const few = bigReport({ findings: 6, revisions: 3 });
    const whole = reporter.render(few, how);
    const size = Buffer.byteLength(whole);
    expect(reporter.render(few, { ...how, budget: size })).toBe(whole);
    expect(reporter.render(few, { ...how, budget: size + 1 })).toBe(whole);
    const less = reporter.render(few, { ...how, budget: size - 1 });
    expect(Buffer.byteLength(less)).toBeLessThan(size);
    expect(numbers(less)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(less).toContain('What shows one of them is left out here.');
  });

  test('the verdict is always there', () => {
    expect(least).toBeGreaterThan(100);
    expect(reporter.render(report, { ...how, budget: 10 })).toBe('## ❌ migrate-check: failed\n');
  });
});

test('what is left out goes from the mildest on: proofs, then revisions, then findings', () => {
  const at = (budget: number): readonly number[] => {
    const body = comment.render(bigReport({ findings: 30, revisions: 10 }), { ...how, budget });
    return [
      numbers(body).length,
      body.match(/Change number \d+<\/code>/g)?.length ?? 0,
      body.match(/What shows it/g)?.length ?? 0,
    ];
  };
  const sizes = Array.from({ length: 60 }, (_, step) => at(2000 + step * 1000));
  const findings = sizes.map(([number = 0]) => number);
  expect(findings).toEqual(findings.toSorted((one, other) => one - other));
  const complete = [30, 10, 30].map((all, kind) => sizes.findIndex((size) => size[kind] === all));
  expect(complete).toEqual(complete.toSorted((one, other) => one - other));
  expect(new Set(complete).size).toBe(3);
  expect(sizes[0]?.[2]).toBe(0);
  expect(sizes.at(-1)).toEqual([30, 10, 30]);
});

test('a file has no budget: all findings with all that shows them, all revisions, all lines', () => {
  const large = bigReport({ findings: 700, revisions: 600 });
  const [first, ...others] = large.observations.roundTrips;
  const sql = Array.from({ length: 3000 }, (_, at) => `-- line ${at}`).join('\n');
  const upgrade = move('upgrade', 'r000', { statements: [{ sql, milliseconds: 1 }] });
  const roundTrips = first ? [{ ...first, upgrade }, ...others] : [];
  const body = markdown.render(
    { ...large, observations: { ...large.observations, roundTrips } },
    { ...how, budget: 100 },
  );
  expect(numbers(body)).toHaveLength(700);
  expect(body.match(/What shows it/g)).toHaveLength(700);
  expect(body.match(/Change number \d+<\/code>/g)).toHaveLength(600);
  expect(body).toContain('\n-- line 2999\n');
  expect(body).not.toMatch(/left out|not shown/);
});

test('of many the first stand open, the others are folded and counted', () => {
  const body = comment.render(bigReport({ findings: 50, revisions: 5 }), how);
  const [open = '', rest = ''] = body.split(
    '<details>\n<summary>30 more findings: 10 warnings, 20 notices</summary>',
  );
  expect(numbers(open)).toHaveLength(20);
  expect(numbers(rest.split('\n### ')[0] ?? '')).toHaveLength(30);
  expect(summary.render(bigReport({ findings: 20, revisions: 5 }), how)).not.toContain('more findings');
});
