import { expect, test } from 'vitest';
import type { Report } from '../../../src/model/report.ts';
import { layOut } from '../../../src/reporters/html/graph/layout.ts';
import { type Shown, shownPart } from '../../../src/reporters/html/graph/shown.ts';
import { makePage } from '../../../src/reporters/html/page.ts';
import { facts, report } from '../../support/facts.ts';
import { graph, id, revision } from '../../support/graph.ts';
import { longHistory } from './reports.ts';

const shownOf = (of: Report): Shown =>
  shownPart(
    makePage(of, { colour: false, width: 80, verbose: false }, { findings: Infinity, revisions: 'all' }),
  );
const ids = ({ nodes }: Shown): readonly string[] => nodes.map((node) => node.id);

test('a short history is drawn whole, with its branches, and dependencies apart from parents', () => {
  const history = [
    revision('a'),
    revision('b', ['a']),
    revision('c', ['a'], { dependsOn: [id('b')] }),
    revision('d', ['b', 'c']),
  ];
  const shown = shownOf(report(facts(history)));
  expect(ids(shown)).toEqual(['a', 'b', 'c', 'd']);
  expect(shown.edges).toEqual([
    { from: 'a', to: 'b', between: 0, dependency: false },
    { from: 'a', to: 'c', between: 0, dependency: false },
    { from: 'b', to: 'c', between: 0, dependency: true },
    { from: 'b', to: 'd', between: 0, dependency: false },
    { from: 'c', to: 'd', between: 0, dependency: false },
  ]);
});

test('of a long history only the ends and what failed are drawn, and how many are between is said', () => {
  const shown = shownOf(longHistory(2000, (at) => at === 700));
  expect(ids(shown)).toEqual(['r0', 'r700', 'r1999']);
  expect(shown.edges).toEqual([
    { from: 'r0', to: 'r700', between: 699, dependency: false },
    { from: 'r700', to: 'r1999', between: 1298, dependency: false },
  ]);
});

test('the changed part of a long history is drawn', () => {
  const long = longHistory(100);
  const changed = ['r97', 'r98', 'r99'].map((name) => ({ kind: 'round-trip', revision: id(name) }) as const);
  const shown = shownOf({ ...long, plan: { scope: 'changed', steps: changed, leftOut: [] } });
  expect(ids(shown)).toEqual(['r0', 'r97', 'r98', 'r99']);
});

test('where everything fails, the drawing has an end all the same', () => {
  const shown = shownOf(longHistory(2000, () => true));
  expect(shown.nodes.length).toBe(250);
  expect(ids(shown)).toContain('r0');
  expect(ids(shown)).toContain('r1999');
});

test('boxes do not overlap, and every revision stands below what it needs', () => {
  const wide = Array.from({ length: 12 }, (_, at) => revision(`w${at}`, ['a']));
  const history = [
    revision('a'),
    ...wide,
    revision(
      'z',
      wide.map((one) => one.id),
    ),
  ];
  const shown = shownOf(report(facts(history, {}, { graph: graph(...history) })));
  const { corners, box, lines, width, height } = layOut(shown);
  const places = [...corners.values()];
  for (const [at, one] of places.entries())
    for (const other of places.slice(at + 1))
      expect(Math.abs(one.x - other.x) >= box.width || Math.abs(one.y - other.y) >= box.height).toBe(true);
  for (const { from, to } of lines) expect(corners.get(from)?.y).toBeLessThan(corners.get(to)?.y ?? 0);
  for (const { x, y } of places) {
    expect(x + box.width).toBeLessThanOrEqual(width);
    expect(y + box.height).toBeLessThanOrEqual(height);
  }
});

test('revisions may have the names of what every object has', () => {
  const history = [
    revision('__proto__'),
    revision('constructor', ['__proto__']),
    revision('x', ['constructor']),
  ];
  const { corners, lines } = layOut(shownOf(report(facts(history))));
  expect([...corners.values()].every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
  expect(lines.map(({ path }) => path)).toEqual([expect.stringMatching(/^M/), expect.stringMatching(/^M/)]);
});
