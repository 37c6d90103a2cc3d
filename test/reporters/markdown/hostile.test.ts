import { expect, test } from 'vitest';
import { commentBudget } from '../../../src/github/comment-body.ts';
import { comment, resolved } from '../../../src/reporters/markdown/comment.ts';
import { refused } from '../../../src/reporters/markdown/refused.ts';
import { summary } from '../../../src/reporters/markdown/summary.ts';
import { oneLine } from '../../../src/reporters/plain.ts';
import { large } from '../hostile/large.ts';
import { hostileReport } from '../hostile/report.ts';
import { inWords, shortHostileStrings } from '../hostile/strings.ts';
import { expectHarmless, how } from './support/harmless.ts';
import { readFlowchart, readGantt } from './support/mermaid.ts';
import { drawingsIn } from './support/rendered.ts';

const named = (texts: readonly string[]) => texts.map((text) => [inWords(text), text] as const);

test.each(named(shortHostileStrings))('a comment full of %s is text and code', (_, text) => {
  const body = comment.render(hostileReport(text), how);
  expectHarmless(body);
  expect(body).not.toMatch(/[[\p{Cc}\p{Bidi_Control}\p{Cs}]--\n]/v);
});

test.each(named(shortHostileStrings))(
  'a summary full of %s is text and code, and draws two revisions',
  async (_, text) => {
    const body = summary.render(hostileReport(text), how);
    const [graph = '', time = '', ...more] = drawingsIn(expectHarmless(body));
    expect(more).toEqual([]);
    const { labels, edges, clickable } = await readFlowchart(graph);
    expect([labels.length, edges, clickable]).toEqual([2, 1, 0]);
    if (text.length <= 40) expect(labels[0]).toContain(oneLine(text));
    const tasks = await readGantt(time);
    expect(new Set(tasks.map(({ task }) => task))).toEqual(
      new Set(['upgrade', 'downgrade', 'upgrade again']),
    );
  },
);

test.each(named([...shortHostileStrings, ...large]))(
  'why nothing was checked, as %s, is text and code',
  (_, text) => {
    const body = refused({ message: text, hint: text, details: [text, text] }, text);
    expectHarmless(body);
    expect(body).not.toMatch(/[[\p{Cc}\p{Bidi_Control}\p{Cs}]--\n]/v);
    expect(Buffer.byteLength(body)).toBeLessThan(commentBudget);
  },
);

test.each(named(large))('of names as large as %s no more than the beginning is shown', (_, text) => {
  const report = hostileReport(text);
  for (const reporter of [comment, resolved, summary]) {
    const body = reporter.render(report, how);
    if (reporter !== summary) expectHarmless(body);
    expect(body.length).toBeLessThan(2_500_000);
    expect(body).toMatch(/\(\d\d\d,\d\d\d more characters\)/);
  }
});
