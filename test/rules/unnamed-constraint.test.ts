import '../support/sql.ts';
import { expect, test } from 'vitest';
import type { Difference } from '../../src/model/difference.ts';
import { changed, isGone, isNew, move } from '../support/facts.ts';
import { factsOf, judgedBy, sent, upgrading } from './sent.ts';

const made = isNew('constraint', 'orders.orders_total_check');
const add = 'ALTER TABLE orders ADD CHECK (total > 0)';
const drop = 'ALTER TABLE orders DROP CONSTRAINT orders_total_check';

const reported = (up: readonly string[], down: string, effect: readonly Difference[] = [made]) =>
  judgedBy(
    'unnamed-constraint',
    factsOf(
      upgrading(
        up.map((sql, at) => sent(sql, undefined, { place: { file: 'versions/a.py', line: 30 + at } })),
        { effect, downgrade: move('downgrade', 'a', { statements: [sent(down)] }) },
      ),
    ),
  ).findings;

test('a constraint that is made without a name and dropped by one is told of where it is made', () => {
  const others = [
    'ALTER TABLE carts ADD CHECK (a > 0)',
    'ALTER TABLE orders ADD CONSTRAINT own CHECK (a > 0)',
  ];
  const findings = reported([...others, add], drop);
  expect(findings).toMatchObject([{ place: { line: 32 }, evidence: [{ text: add }] }]);
  expect(findings[0]?.help).toContain('ALTER TABLE orders ADD CONSTRAINT orders_total_check');
});

test.each([
  ['it is made with the name', [add.replace('ADD', 'ADD CONSTRAINT orders_total_check')], drop, [made]],
  ['another one has the name', [add, add.replace('ADD', 'ADD CONSTRAINT orders_total_check')], drop, [made]],
  ['one of another table is made', ['ALTER TABLE carts ADD CHECK (a > 0)'], drop, [made]],
  [
    'it is not new',
    [add],
    drop,
    [changed('constraint', made.name, 'definition', 'a', 'b'), isGone('constraint', made.name)],
  ],
  ['something else is called so', [add], drop, [isNew('index', made.name)]],
  ['another one is dropped', [add], 'ALTER TABLE orders DROP CONSTRAINT orders_old_check', [made]],
])('nothing is said where %s', (_, up, down, effect) => {
  expect(reported(up, down, effect)).toEqual([]);
});
