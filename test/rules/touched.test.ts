import '../support/sql.ts';
import { expect, test } from 'vitest';
import { concerns, doing, doneAt, isNamed } from '../../src/rules/support/touched.ts';
import { revision } from '../support/graph.ts';
import { sent, upgrading } from './sent.ts';

const orders = { schema: 'public', name: 'orders' };

test('a name without a schema is whatever the search path leads to', () => {
  expect(isNamed(orders, { name: 'orders' })).toBe(true);
  expect(isNamed(orders, { schema: 'public', name: 'orders' })).toBe(true);
  expect(isNamed(orders, { schema: 'app', name: 'orders' })).toBe(false);
  expect(isNamed(orders, { name: 'carts' })).toBe(false);
  expect(isNamed(orders, undefined)).toBe(false);
});

test('the command that did it is shown where it was sent, the more telling one first', () => {
  const at = { file: 'versions/a.py', line: 3 };
  const statements = [
    sent('ALTER TABLE carts ADD a int; ALTER TABLE orders ADD a int'),
    sent('ALTER TABLE orders DROP b', undefined, { place: at }),
  ];
  const of = { revision: revision('a'), roundTrip: upgrading(statements) };
  const drops = doing(({ does }) => does === 'drop column');
  expect(doneAt(of, drops, concerns(orders))).toEqual({
    place: at,
    evidence: [{ kind: 'sql', text: 'ALTER TABLE orders DROP b' }],
  });
  expect(
    doneAt(
      of,
      doing(({ does }) => does === 'truncate'),
      concerns(orders),
    ).evidence,
  ).toEqual([{ kind: 'sql', text: 'ALTER TABLE orders ADD a int' }]);
});

test('where no command of the file did it, it is at the function', () => {
  const { place: _, ...placeless } = sent('ALTER TABLE orders ADD a int');
  const of = { revision: revision('a'), roundTrip: upgrading([placeless]) };
  const upgrade = { file: 'versions/a.py', line: 14 };
  expect(doneAt(of, concerns(orders))).toMatchObject({ place: upgrade, evidence: [{ kind: 'sql' }] });
  expect(doneAt(of, concerns({ ...orders, name: 'carts' }))).toEqual({ place: upgrade, evidence: [] });
});
