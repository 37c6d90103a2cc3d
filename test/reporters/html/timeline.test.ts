import { expect, test } from 'vitest';
import type { LockMode } from '../../../src/model/lock.ts';
import type { Statement } from '../../../src/model/observation.ts';
import type { Lock, Trace } from '../../../src/model/trace.ts';
import { draw } from '../../../src/reporters/html/locks/draw.ts';
import { timelines } from '../../../src/reporters/html/locks/timeline.ts';
import { trace } from '../../support/facts.ts';

const lock = (name: string, mode: LockMode, existed = true): Lock => ({
  relation: { schema: 'public', name, kind: 'table', existed },
  mode,
});

const statement = (transaction: number, more: Partial<Trace> = {}): Statement => ({
  sql: 'SELECT 1',
  milliseconds: 1,
  trace: trace({ transaction, ...more }),
});

const lanesOf = (...statements: readonly Statement[]) => timelines(statements).map(({ lanes }) => lanes);

test('a lock is held from its statement until the commit', () => {
  expect(lanesOf(statement(1), statement(1, { locks: [lock('a', 'SHARE')] }), statement(1))).toEqual([
    [{ relation: 'a', spans: [{ from: 2, mode: 'SHARE' }] }],
  ]);
});

test('a stronger lock takes over, a weaker one changes nothing', () => {
  const steps = [
    statement(1, { locks: [lock('a', 'SHARE')] }),
    statement(1, { locks: [lock('a', 'ROW SHARE')] }),
    statement(1, { locks: [lock('a', 'ACCESS EXCLUSIVE')] }),
  ];
  expect(lanesOf(...steps)).toEqual([
    [
      {
        relation: 'a',
        spans: [
          { from: 1, to: 3, mode: 'SHARE' },
          { from: 3, mode: 'ACCESS EXCLUSIVE' },
        ],
      },
    ],
  ]);
});

test('after a rollback to a savepoint it is held no longer, or less strongly', () => {
  const steps = [
    statement(1, { locks: [lock('a', 'ROW EXCLUSIVE'), lock('b', 'SHARE')] }),
    statement(1, { locks: [lock('a', 'ACCESS EXCLUSIVE')] }),
    statement(1, { released: [lock('a', 'ACCESS EXCLUSIVE'), lock('b', 'SHARE')] }),
  ];
  expect(lanesOf(...steps)).toEqual([
    [
      {
        relation: 'a',
        spans: [
          { from: 1, to: 2, mode: 'ROW EXCLUSIVE' },
          { from: 2, to: 3, mode: 'ACCESS EXCLUSIVE' },
          { from: 3, mode: 'ROW EXCLUSIVE' },
        ],
      },
      { relation: 'b', spans: [{ from: 1, to: 3, mode: 'SHARE' }] },
    ],
  ]);
});

test('each transaction has its own, and the strongest lane comes first', () => {
  const steps = [
    statement(1, { locks: [lock('weak', 'ACCESS SHARE'), lock('strong', 'EXCLUSIVE')] }),
    statement(2, { autocommit: true, locks: [lock('weak', 'SHARE UPDATE EXCLUSIVE')] }),
  ];
  expect(timelines(steps)).toMatchObject([
    { transaction: 1, first: 1, last: 1, lanes: [{ relation: 'strong' }, { relation: 'weak' }] },
    { transaction: 2, first: 2, last: 2, autocommit: true, lanes: [{ relation: 'weak' }] },
  ]);
});

test('what the transaction made itself is counted, and has no lane', () => {
  const [line] = timelines([
    statement(1, { locks: [lock('new', 'ACCESS EXCLUSIVE', false)] }),
    statement(1, { locks: [lock('new', 'SHARE', false), lock('other', 'SHARE', false)] }),
  ]);
  expect(line).toMatchObject({ lanes: [], own: 2 });
});

test('a statement that nobody saw is in no time line, and keeps its number', () => {
  const unseen: Statement = { sql: 'SELECT 1', milliseconds: 1 };
  expect(lanesOf(unseen, statement(1, { locks: [lock('a', 'SHARE')] }))).toEqual([
    [{ relation: 'a', spans: [{ from: 2, mode: 'SHARE' }] }],
  ]);
});

test('bars begin at the column of their statement, and what is held ends at the commit', () => {
  const [line] = timelines([
    statement(1, { locks: [lock('a', 'SHARE')] }),
    statement(1),
    statement(1, { locks: [lock('a', 'ACCESS EXCLUSIVE'), lock('b', 'ACCESS SHARE')] }),
  ]);
  if (!line) throw new Error('There is no time line');
  const { columns, lanes, width, height } = draw(line);
  expect(columns.map(({ text }) => text)).toEqual(['no. 1', 'no. 3', 'commit']);
  const [first, third, commit] = columns.map(({ x }) => x) as [number, number, number];
  const [[share, exclusive], [weak]] = lanes.map(({ bars }) => bars) as [[Bar, Bar], [Bar]];
  expect([share.x, exclusive.x, weak.x].map(Math.round)).toEqual([first, third, third].map((x) => x + 1));
  expect(exclusive.x + exclusive.width).toBeCloseTo(commit - 1);
  expect(share.x + share.width).toBeLessThan(exclusive.x);
  expect([share, exclusive, weak].map(({ strength }) => strength)).toEqual(['writes', 'reads', 'rows']);
  expect(new Set(lanes.map(({ y }) => y)).size).toBe(2);
  expect(width).toBeGreaterThan(commit);
  expect(height).toBeGreaterThan(Math.max(...lanes.map(({ y }) => y + 22)) - 1);
});

type Bar = ReturnType<typeof draw>['lanes'][number]['bars'][number];

test('where the name of a lock does not fit into its bar, it stands before it or is short', () => {
  const steps = Array.from({ length: 12 }, (_, at) =>
    statement(1, { locks: [lock(`t${at}`, 'SHARE ROW EXCLUSIVE')] }),
  );
  const [line] = timelines(steps);
  if (!line) throw new Error('There is no time line');
  const bars = draw(line).lanes.flatMap((lane) => lane.bars);
  expect(bars.at(-1)).toMatchObject({ text: 'SHARE ROW EXCLUSIVE', anchor: 'end' });
  expect(bars[0]).toMatchObject({ text: 'SHARE ROW EXCLUSIVE', anchor: 'start' });
});
