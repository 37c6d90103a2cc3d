import '../support/sql.ts';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import type { StatementSubject } from '../../src/rules/rule.ts';
import { inOrder } from '../../src/rules/support/order.ts';
import { ends } from '../../src/rules/support/outcome.ts';
import { readType } from '../../src/rules/support/read-type.ts';
import { dependsOnZone } from '../../src/rules/support/time-zone.ts';
import { shortType } from '../../src/rules/support/types.ts';
import { failure } from '../support/facts.ts';
import { graph, revision } from '../support/graph.ts';

test.each([
  ['timed-out', 'did not end in time and was cut off'],
  ['exited', 'ended the whole process: first'],
  ['disconnected', 'lost its connection to the database'],
  ['not-applied', 'left nothing behind: it ended without an error, and nothing was committed'],
  ['sql', 'fails: first'],
  ['python', 'fails: first'],
] as const)('a move that ends so: %s', (reason, words) => {
  expect(ends(failure(reason, 'Error', 'first\nsecond'))).toBe(words);
});

test.each([
  ['character varying(20)', 'varchar(20)'],
  ['timestamp(3) with time zone', 'timestamptz(3)'],
  ['timestamp with time zone', 'timestamptz'],
  ['timestamp(0) without time zone', 'timestamp(0)'],
  ['timestamp without time zone', 'timestamp'],
  ['time without time zone', 'time without time zone'],
])('people write %s as %s', (type, short) => {
  expect(shortType(type)).toBe(short);
});

test('a type is read as the catalog prints it, and nothing else is', () => {
  expect(readType('numeric(10,2)[]')).toEqual({ name: 'numeric', modifiers: [10, 2], array: true });
  expect(readType('')).toBeUndefined();
  expect(readType('no type at all (')).toBeUndefined();
});

describe('the time zone of the session decides', () => {
  const depends = (
    from: string | undefined,
    to: string,
    isConverted = false,
    earlier: readonly string[] = [],
  ) => {
    const type = readType(to);
    if (!type) throw new Error(to);
    const subject = { earlier: earlier.map((sql) => ({ sql })) } as unknown as StatementSubject;
    return dependsOnZone(subject, { from, type, isConverted });
  };
  const plain = 'timestamp without time zone';

  test.each([
    [plain, 'timestamptz', []],
    ['timestamp(3) with time zone', 'timestamp', []],
    [plain, 'timestamptz', ["SET lock_timeout = '1s'", 'RESET timezone']],
  ])('from %s to %s after %j', (from, to, earlier) => {
    expect(depends(from, to, false, earlier)).toBe(true);
  });

  test.each([
    ['it is said how', plain, 'timestamptz', true, []],
    ['nobody knows what it was', undefined, 'timestamptz', false, []],
    ['it was no time', 'date', 'timestamptz', false, []],
    ['the zone stays', plain, 'timestamp', false, []],
    ['it becomes something else', plain, 'text', false, []],
    ['it is a type of the same name elsewhere', plain, 's.timestamptz', false, []],
    ['the zone is set', plain, 'timestamptz', false, ["SET LOCAL timezone = 'UTC'"]],
  ])('but not where %s', (_, from, to, isConverted, earlier) => {
    expect(depends(from, to, isConverted, earlier)).toBe(false);
  });
});

describe('findings', () => {
  const found = (about: string, more: object = {}): Finding =>
    ({ rule: about, severity: 'error', place: { file: 'a.py', line: 1 }, ...more }) as unknown as Finding;
  const order = (...findings: readonly Finding[]) =>
    inOrder(findings.toReversed(), graph(revision('b'), revision('a', ['b']))).map(({ rule }) => rule);

  test.each([
    ['the worse', found('x'), found('y', { severity: 'warning' })],
    ['the larger table', found('x', { table: { bytes: 9 } }), found('y', { table: { bytes: 8 } })],
    ['a table whose size is known', found('x', { table: { bytes: 0 } }), found('y', { table: {} })],
    ['what belongs to no revision', found('x'), found('y', { revision: 'b' })],
    ['the earlier revision', found('x', { revision: 'b' }), found('y', { revision: 'a' })],
    ['the file', found('x'), found('y', { place: { file: 'b.py' } })],
    ['the line', found('x', { place: { file: 'a.py' } }), found('y')],
    ['the rule', found('x'), found('y')],
  ])('come by %s first', (_, first, second) => {
    expect(order(first, second)).toEqual(['x', 'y']);
    expect(order(second, first)).toEqual(['x', 'y']);
  });
});
