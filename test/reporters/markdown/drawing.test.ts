import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../../src/model/report.ts';
import { drawing } from '../../../src/reporters/markdown/drawing.ts';
import { label } from '../../../src/reporters/markdown/label.ts';
import type { Page } from '../../../src/reporters/markdown/page.ts';
import { timeline } from '../../../src/reporters/markdown/timeline.ts';
import { windowOf } from '../../../src/reporters/markdown/window.ts';
import { oneLine } from '../../../src/reporters/plain.ts';
import { facts, move, report, roundTrip, sqlFailure } from '../../support/facts.ts';
import { graph, id, revision } from '../../support/graph.ts';
import { bigReport } from '../big-report.ts';
import { example } from '../example.ts';
import { shortHostileStrings } from '../hostile/strings.ts';
import { readFlowchart, readGantt } from './support/mermaid.ts';

const pageOf = (of: Report): Page => ({
  report: of,
  links: undefined,
  extent: { lines: 10, characters: 100 },
  rows: 10,
});
const sourceOf = (shown: string): string => /```mermaid\n(.*?)\n```/s.exec(shown)?.[1] ?? '';
const chain = (length: number) =>
  Array.from({ length }, (_, at) => revision(`r${at}`, at === 0 ? [] : [`r${at - 1}`]));
const failing = (name: string) =>
  roundTrip(name, { upgrade: move('upgrade', name, { failure: sqlFailure('42601', 'no') }) });

describe('a label', () => {
  test.each([
    ['Add moods', 'Add moods'],
    ['0001_create "users"', '0001#95;create #34;users#34;'],
    ['größe 表', 'größe 表'],
    ['a\n%%{init: {}}%%', 'a #37;#37;#123;init#58; #123;#125;#125;#37;#37;'],
    ['x'.repeat(50), `${'x'.repeat(40)}#8230;`],
  ])('of %o', (text, expected) => {
    expect(label(text)).toBe(expected);
  });

  test('is read by Mermaid as it was, whatever it was', async () => {
    const hostile = fc.oneof(
      fc.constantFrom(...shortHostileStrings),
      fc.string({ unit: 'binary', maxLength: 20 }),
    );
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (one, other) => {
        const source = `flowchart LR\n  a["x ${label(one, 1000)}"]\n  b["x ${label(other, 1000)}"]\n  a --> b`;
        const { labels, edges, clickable } = await readFlowchart(source);
        expect(labels.map((text) => text.trim())).toEqual(
          [one, other].map((text) => `x ${oneLine(text)}`.trim()),
        );
        expect([edges, clickable]).toEqual([1, 0]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a drawing of the revisions', () => {
  test('shows each with its title, and marks what fails and what is changed', () => {
    const changed: Report = {
      ...example,
      plan: { ...example.plan, scope: 'changed', steps: [{ kind: 'round-trip', revision: id('e') }] },
    };
    expect(drawing(pageOf(changed), 20)).toBe(
      [
        '### The revisions\n\n```mermaid\nflowchart TD',
        '  n0["a"]\n  n1["✗ b · Add moods"]\n  n2["✗ c"]\n  n3["d"]\n  n4["✗ ● e"]\n  n5["f"]',
        '  n0 --> n1\n  n1 --> n2\n  n2 --> n3\n  n3 --> n4\n  n4 --> n5',
        '  classDef failing stroke:#cf222e,stroke-width:3px\n  class n1,n2,n4 failing',
        '  classDef changed stroke-width:3px\n  class n4 changed\n```',
        '\n✗ fails, or has an error · ● changed',
      ].join('\n'),
    );
  });

  test('has branches, merges and what depends on another', async () => {
    const history = [
      revision('a'),
      revision('b', ['a']),
      revision('c', ['a'], { dependsOn: [id('b')] }),
      revision('d', ['b', 'c'], { dependsOn: [id('c')] }),
    ];
    const shown = drawing(pageOf(report(facts(history))), 20);
    expect(shown).toContain('  n0 --> n1\n  n0 --> n2\n  n1 -.-> n2\n  n1 --> n3\n  n2 --> n3\n```');
    expect(shown).toMatch(/\n\ndotted: depends on$/);
    expect(await readFlowchart(sourceOf(shown))).toEqual({
      labels: ['a', 'b', 'c', 'd'],
      edges: 5,
      clickable: 0,
    });
  });

  test('of a large history is of what fails and its neighbours, and says what is left out', async () => {
    const history = chain(500);
    const shown = drawing(pageOf(report(facts(history, { roundTrips: [failing('r250')] }))), 20);
    expect((await readFlowchart(sourceOf(shown))).labels).toEqual(['r248', 'r249', '✗ r250', 'r251']);
    expect(shown).toMatch(/\n496 more revisions are not drawn\.$/);
  });

  test('is left away where there is nothing to see', () => {
    expect(drawing(pageOf(report(facts([revision('a')]))), 20)).toBe('');
    expect(drawing(pageOf(example), 0)).toBe('');
  });

  test('has no more edges than GitHub draws', async () => {
    const history = Array.from({ length: 40 }, (_, at) =>
      revision(
        `r${at}`,
        Array.from({ length: at }, (_, parent) => `r${parent}`),
      ),
    );
    const shown = drawing(pageOf(report(facts(history))), 60);
    expect((await readFlowchart(sourceOf(shown))).edges).toBe(300);
    expect(shown).toContain('480 more edges are not drawn.');
    expect(shown.length).toBeLessThan(50_000);
  });
});

describe('the part of a graph that is drawn', () => {
  const ids = (...names: readonly string[]) => names.map(id);

  test('is all of it where that is little', () => {
    expect(windowOf(graph(...chain(3)), ids('r1'), 3)).toEqual(new Set(ids('r0', 'r1', 'r2')));
  });

  test('begins with what is of interest, the first before the others', () => {
    expect(windowOf(graph(...chain(9)), ids('r4', 'r8', 'r0'), 2)).toEqual(new Set(ids('r4', 'r8')));
  });

  test('goes on to both sides, the nearest first', () => {
    expect([...windowOf(graph(...chain(9)), ids('r4'), 4)]).toEqual(ids('r4', 'r3', 'r5', 'r2'));
  });

  test('without any interest, or one in what is not there, is the end', () => {
    expect(windowOf(graph(...chain(9)), [], 2)).toEqual(new Set(ids('r8', 'r7')));
    expect(windowOf(graph(...chain(9)), ids('gone'), 2)).toEqual(new Set(ids('r8', 'r7')));
  });
});

describe('a time line', () => {
  test('has the moves one after the other, and marks what fails', () => {
    const trips = [
      roundTrip('a', { upgrade: move('upgrade', 'a', { milliseconds: 312 }) }),
      roundTrip('b', {
        downgrade: move('downgrade', 'b', { milliseconds: 0.2, failure: sqlFailure('1', 'no') }),
      }),
    ];
    expect(sourceOf(timeline(pageOf(report(facts(chain(2), { roundTrips: trips })))))).toBe(
      [
        'gantt\n  dateFormat x\n  axisFormat %M:%S.%L',
        '  section a\n  upgrade :0, 312\n  downgrade :312, 315\n  upgrade again :315, 318',
        '  section b\n  upgrade :318, 321\n  downgrade :crit, 321, 322\n  upgrade again :322, 325',
      ].join('\n'),
    );
  });

  test('of very many moves has the longest, in their order, and says how many there are more', async () => {
    const shown = timeline(pageOf(bigReport()));
    const tasks = await readGantt(sourceOf(shown));
    expect(tasks).toHaveLength(90);
    expect(
      tasks.filter(({ endTime, startTime }) => endTime.getTime() - startTime.getTime() === 40),
    ).toHaveLength(60);
    expect(tasks.map(({ section }) => section)).toEqual(tasks.map(({ section }) => section).toSorted());
    expect(shown).toMatch(/\n90 shorter moves are not drawn\.$/);
  });

  test('is left away where nothing moved', () => {
    expect(timeline(pageOf(report(facts([revision('a')], { roundTrips: [] }))))).toBe('');
  });
});
