import { expect, test } from 'vitest';
import { patchOf, signOf } from '../../src/reporters/difference.ts';

test('a patch has what differs and what stands beside it', () => {
  expect(patchOf('a\nb\nc\nd\ne', 'a\nb\nc\nx\ne')).toEqual([' b', ' c', '-d', '+x', ' e']);
});

test('what has nothing in common is shown one after the other, in no more time than that takes', () => {
  const lines = (letter: string): string => Array.from({ length: 20_000 }, (_, at) => letter + at).join('\n');
  const patch = patchOf(lines('a'), lines('b'));
  expect(patch).toHaveLength(40_000);
  expect(patch.slice(19_999, 20_001)).toEqual(['-a19999', '+b0']);
});

test.each([
  ['enum type mood is new', '+'],
  ['table users is gone', '-'],
  ['column users.age: default 0 is new', '~'],
  ['view v changed', '~'],
])('%s: %s', (words, sign) => {
  expect(signOf(words)).toBe(sign);
});
