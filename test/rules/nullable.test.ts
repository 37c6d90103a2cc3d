import '../support/sql.ts';
import { expect, test } from 'vitest';
import type { SchemaObject } from '../../src/model/schema-object.ts';
import { addsConstraint } from '../../src/rules/support/added-constraint.ts';
import { nullableColumns } from '../../src/rules/support/nullable.ts';
import { firstOf, sent, thing, upgrading } from './sent.ts';

const column = (name: string, nullable: 'yes' | 'no', of = 'orders'): SchemaObject =>
  thing('column', `${of}.${name}`, { nullable }, of);
const index = (name: string, columns: string): SchemaObject =>
  thing('index', name, { definition: `CREATE UNIQUE INDEX ${name} ON orders (${columns})` }, 'orders');
const before = [
  thing('table', 'carts'),
  column('a', 'no', 'carts'),
  thing('table', 'orders'),
  column('a', 'yes'),
  column('b', 'no'),
  column('c', 'yes'),
  index('i', 'c, b'),
  index('j', 'a, lower(c)'),
];

function nullable(sql: string, known = before): readonly string[] {
  const subject = firstOf(upgrading([sent(sql)], { schema: { before: known, after: [] } }));
  const [added] = addsConstraint(subject, 'primary key');
  if (!added) throw new Error(`adds no key: ${sql}`);
  return nullableColumns(subject, added);
}

test.each([
  ['orders ADD PRIMARY KEY (b)', []],
  ['orders ADD PRIMARY KEY (b, c, a)', ['c', 'a']],
  ['public.orders ADD PRIMARY KEY (a)', ['a']],
  ['carts ADD PRIMARY KEY (a)', []],
  ['orders ADD PRIMARY KEY (unknown)', []],
  ['orders ADD PRIMARY KEY USING INDEX i', ['c']],
  ['orders ADD PRIMARY KEY USING INDEX j', ['a']],
  ['orders ADD PRIMARY KEY USING INDEX unknown', []],
  ['unknown ADD PRIMARY KEY (a)', []],
])('ALTER TABLE %s: %j may be NULL', (change, expected) => {
  expect(nullable(`ALTER TABLE ${change}`)).toEqual(expected);
});

test('of a table that nobody has seen nothing is known', () => {
  expect(nullable('ALTER TABLE orders ADD PRIMARY KEY (a)', [])).toEqual([]);
  const subject = firstOf(upgrading([sent('ALTER TABLE orders ADD PRIMARY KEY (a)')]));
  const [added] = addsConstraint(subject, 'primary key');
  expect(added && nullableColumns(subject, added)).toEqual([]);
});
