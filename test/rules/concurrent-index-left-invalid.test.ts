import '../support/sql.ts';
import { expect, test } from 'vitest';
import type { SchemaObject } from '../../src/model/schema-object.ts';
import { factsOf, judgedBy, sent, thing, upgrading } from './sent.ts';

const index = (name: string, valid: 'yes' | 'no', on = 'orders'): SchemaObject =>
  thing('index', name, { valid, definition: `CREATE INDEX ${name} ON ${on} USING btree (a)` }, 'orders');
const orders = thing('table', 'orders');
const make = 'CREATE INDEX CONCURRENTLY i ON orders (a)';

const left = (before: readonly SchemaObject[], after: readonly SchemaObject[], ...sql: readonly string[]) =>
  judgedBy(
    'concurrent-index-left-invalid',
    factsOf(
      upgrading(
        sql.map((one, at) => sent(one, undefined, { place: { file: 'versions/a.py', line: 30 + at } })),
        { schema: { before: [orders, ...before], after: [orders, ...after] } },
      ),
    ),
  ).findings;

test('an index that is invalid after the upgrade is told of where it is made', () => {
  const others = ['CREATE INDEX j ON orders (a)', 'ALTER TABLE i ADD a int'];
  const [finding, ...more] = left([index('j', 'no')], [index('j', 'no'), index('i', 'no')], ...others, make);
  expect(more).toEqual([]);
  expect(finding).toMatchObject({
    place: { line: 32 },
    message: expect.stringContaining('the index i of orders'),
  });
  expect(finding?.help).toContain('DROP INDEX CONCURRENTLY IF EXISTS i');
  expect(finding?.help).toContain('op.create_index("i", "orders", ["a"], postgresql_concurrently=True)');
});

test('an index whose definition nobody has is told of as well', () => {
  const known = thing('index', 'i', { valid: 'no' }, 'orders');
  expect(left([], [known], make)).toHaveLength(1);
});

test('one that was valid before is told of', () => {
  expect(left([index('i', 'yes')], [index('i', 'no')])).toHaveLength(1);
});

test.each([
  ['it was invalid before', [index('i', 'no')], [index('i', 'no')]],
  ['it is valid', [], [index('i', 'yes')]],
  ['it waits for those of its partitions', [], [index('i', 'no', 'ONLY orders')]],
])('nothing is said where %s', (_, before, after) => {
  expect(left(before, after, make)).toEqual([]);
});
