import '../support/sql.ts';
import { expect, test } from 'vitest';
import { oneAlter } from '../../src/rules/support/one-alter.ts';

const orders = { schema: 'public', name: 'orders' };

test.each([
  [['ALTER TABLE orders ADD a int', 'ALTER TABLE orders DROP b, DROP c '], 'ADD a int, DROP b, DROP c'],
  [
    ['alter table if exists public . "orders"\n add a int;'.replace(';', ''), 'ALTER TABLE orders DROP b'],
    'add a int, DROP b',
  ],
])('several are one: %j', (texts, changes) => {
  expect(oneAlter(orders, texts)).toBe(`ALTER TABLE orders ${changes}`);
});

test('of a table in a schema, and whose name wants quotes', () => {
  const texts = ['ALTER TABLE "Sa""les"."a b" ADD a int', 'ALTER TABLE "a b" DROP b'];
  expect(oneAlter({ schema: 'Sa"les', name: 'a b' }, texts)).toBe(
    'ALTER TABLE "Sa""les"."a b" ADD a int, DROP b',
  );
});

test.each([
  ['what stands before it', ['/* now */ ALTER TABLE orders ADD a int', 'ALTER TABLE orders DROP b']],
  ['a second statement', ['ALTER TABLE orders ADD a int', 'ALTER TABLE orders DROP b; DROP TABLE c']],
  [
    'a second ALTER TABLE',
    ['ALTER TABLE orders ADD a int', 'ALTER TABLE orders DROP b; ALTER TABLE orders DROP c'],
  ],
  ['a comment at the end', ['ALTER TABLE orders ADD a int -- first', 'ALTER TABLE orders DROP b']],
  ['a semicolon', ['ALTER TABLE orders ADD a int;', 'ALTER TABLE orders DROP b']],
  ['what is no change that can be shared', ['ALTER TABLE orders RENAME TO a', 'ALTER TABLE orders DROP b']],
  ['what cannot be read', ['ALTER TABLE orders ADD', 'ALTER TABLE orders DROP b']],
])('%s is not put together', (_, texts) => {
  expect(oneAlter(orders, texts)).toBeUndefined();
});
