import { expect, test } from 'vitest';
import { called, code, count, inRegExp, list } from '../../src/rules/support/text.ts';

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
  [['a', 'b', 'c', 'd', 'e', 'f'], 'a, b, c, d, e and f'],
  [['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], 'a, b, c, d, e, f and 2 more'],
])('%j is listed as %s', (items, expected) => {
  expect(list(items)).toBe(expected);
});

test('a revision is called by its id and what it is about', () => {
  const named = (id: string, title: string) => called({ id, title } as Parameters<typeof called>[0]);
  expect(named('a1', 'Add tags')).toBe('a1 (Add tags)');
  expect(named('a1', '')).toBe('a1');
  expect(named('a1', 'a1')).toBe('a1');
});

test('numbers have their words', () => {
  expect([0, 1, 2].map((number) => count(number, 'row'))).toEqual(['0 rows', '1 row', '2 rows']);
});

test('code stands below a sentence', () => {
  expect(`Write:${code('a', 'b')}`).toBe('Write:\n    a\n    b');
});

test('a text is found as it is', () => {
  const text = 'a.b*(c)[d]{e}|f\\^g$?+';
  expect(new RegExp(`^${inRegExp(text)}$`).test(text)).toBe(true);
  expect(new RegExp(`^${inRegExp('a.b')}$`).test('axb')).toBe(false);
});
