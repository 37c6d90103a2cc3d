import '../support/sql.ts';
import { expect, test } from 'vitest';
import { lostBeside } from '../../src/rules/support/lost.ts';
import { changed, isGone, isNew, move } from '../support/facts.ts';
import { sent } from './sent.ts';

const lost = (sql: string, ...effect: Parameters<typeof lostBeside>[1]) =>
  lostBeside({ move: move('upgrade', 'a', { statements: [sent(sql)] }) }, effect).map(({ name }) => name);

test.each([
  ['DROP TABLE orders', isGone('table', 'orders')],
  ['DROP TABLE "Or.de""rs"', isGone('table', 'app."Or.de""rs"')],
  ['ALTER TABLE orders DROP COLUMN state', isGone('column', 'orders.state')],
  ['ALTER TABLE orders DROP CONSTRAINT one', isGone('constraint', 'orders.one')],
  ['DROP FUNCTION is_good', isGone('function', 'app.is_good(mood, app.other)')],
  ['SELECT 1; DROP VIEW v', isGone('view', 'v')],
])('%s names what it takes away', (sql, difference) => {
  expect(lost(sql, difference)).toEqual([]);
});

test('what goes with it is named by nobody', () => {
  const view = isGone('view', 'open_orders');
  expect(lost('DROP TABLE orders CASCADE', isGone('table', 'orders'), view)).toEqual(['open_orders']);
  expect(lost('DROP TABLE orders', isGone('table', 'old_orders'))).toEqual(['old_orders']);
  expect(lost('DROP FUNCTION f', isGone('function', 'g(f)'))).toEqual(['g(f)']);
});

test('what is new or changed is not lost', () => {
  expect(lost('SELECT 1', isNew('table', 'a'), changed('view', 'v', 'definition', 'one', 'two'))).toEqual([]);
});
