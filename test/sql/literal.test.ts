import '../support/sql.ts';
import { expect, test } from 'vitest';
import { literalOf } from '../../src/sql/literal.ts';

test.each([
  ["'a'", 'a'],
  ["''", ''],
  ["'' || 'b'", 'b'],
  ["$$a$$ || E'\\n' || 'c'", 'a\nc'],
  ["'a'::text || CAST('b' AS varchar)", 'ab'],
])('%s stands for %j', (expression, text) => {
  expect(literalOf(expression)).toBe(text);
});

test.each([
  'a',
  "'a' || b",
  "b || 'a'",
  '1',
  'b::text',
  "'a' - 'b'",
  "'a' s.|| 'b'",
  '',
  '1 FROM',
  "'a'; DROP TABLE b",
])('%s stands for no text that is known', (expression) => {
  expect(literalOf(expression)).toBeUndefined();
});
