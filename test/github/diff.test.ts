import { expect, test } from 'vitest';
import { hunksOf, hunkWith } from '../../src/github/diff.ts';

const patch = [
  '@@ -1,3 +1,4 @@ def upgrade():',
  ' one',
  '-two',
  '+TWO',
  '+two and a half',
  ' three',
  '\\ No newline at end of file',
  '@@ -10,2 +11,0 @@',
  '-ten',
  '-eleven',
  '@@ -20 +19 @@',
  '-@@ -1 +1 @@',
  '+@@ -1 +1 @@',
].join('\n');

test('the lines of the new version, hunk by hunk', () => {
  expect(hunksOf(patch)).toEqual([
    { from: 1, to: 4, lines: ['one', 'TWO', 'two and a half', 'three'] },
    { from: 19, to: 19, lines: ['@@ -1 +1 @@'] },
  ]);
  expect(hunksOf('')).toEqual([]);
});

test.each([
  [1, 4, 1],
  [2, 3, 1],
  [0, 1, undefined],
  [4, 5, undefined],
  [18, 19, undefined],
  [19, 19, 19],
  [3, 19, undefined],
])('lines %i to %i are shown by the hunk at %s', (from, to, at) => {
  expect(hunkWith(hunksOf(patch), { from, to })?.from).toBe(at);
});
