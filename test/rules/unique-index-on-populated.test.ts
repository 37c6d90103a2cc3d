import '../support/sql.ts';
import { expect, test } from 'vitest';
import type { TableSize } from '../../src/model/report.ts';
import { factsOf, judgedBy, sent, table, upgrading } from './sent.ts';

const orders = table('orders');
const build = sent('CREATE UNIQUE INDEX CONCURRENTLY i ON orders (a, "B")', {
  locks: [{ relation: orders, mode: 'SHARE UPDATE EXCLUSIVE' }],
});
const size = (name: string, rows: number, schema = 'public'): TableSize => ({
  schema,
  name,
  rows,
  bytes: 8192,
});

const reported = (...tableSizes: readonly TableSize[]) =>
  judgedBy('unique-index-on-populated', factsOf(upgrading([build]), { tableSizes })).findings;

test('doubles are looked for by a query on all its columns', () => {
  const [finding] = reported();
  expect(finding?.help).toContain('SELECT a, "B", count(*) FROM orders GROUP BY a, "B" HAVING count(*) > 1');
  expect(finding?.table).toMatchObject({ name: 'orders' });
});

test('a table that has no rows in production has no doubles', () => {
  expect(reported(size('orders', 0))).toEqual([]);
  expect(reported(size('carts', 5), size('orders', 0))).toEqual([]);
});

test.each([
  ['it has rows', size('orders', 1)],
  ['another table has none', size('carts', 0)],
  ['one of another schema has none', size('orders', 0, 'app')],
])('but where %s it may have', (_, one) => {
  expect(reported(one)).toHaveLength(1);
});
