import '../support/sql.ts';
import { expect, test } from 'vitest';
import type { SchemaObject } from '../../src/model/schema-object.ts';
import { facts } from '../support/facts.ts';
import { revision } from '../support/graph.ts';
import { judgedBy, sent, thing, upgrading } from './sent.ts';

const orders = thing('table', 'orders');
const state = (known: SchemaObject['facts'] = { nullable: 'no' }): SchemaObject =>
  thing('column', 'orders.state', known, 'orders');

function reported(column: string, after = state(), before: readonly SchemaObject[] = []) {
  const source = `def upgrade():\n    op.create_table("orders", sa.Column("state", ${column}))\n`;
  const one = upgrading([sent('CREATE TABLE orders (state text NOT NULL)')], {
    schema: { before, after: [orders, after] },
  });
  return judgedBy('python-side-default', facts([revision('a', [], { source })], { roundTrips: [one] }))
    .findings;
}

test.each([
  'sa.Text(), default="new", nullable=False',
  'sa.Text(),\n        default  = new',
  'default=1',
  'sa.Text(), server_onupdate=x, default=lambda: f(1)',
])('a default that is only in Python is told of: %s', (column) => {
  expect(reported(column)).toMatchObject([{ place: { line: 15 }, table: { name: 'orders' } }]);
});

test.each([
  'sa.Text(), nullable=False',
  'sa.Text(), server_default=sa.text("1")',
  'sa.Text(), info={"x": 1}, comment="default=1"',
  'sa.Text(default=1)',
])('nothing is said of %s', (column) => {
  expect(reported(column)).toEqual([]);
});

test.each([
  ['may be NULL', { nullable: 'yes' }],
  ['has a default', { nullable: 'no', default: "'new'" }],
  ['counts by itself', { nullable: 'no', identity: 'always' }],
  ['is computed', { nullable: 'no', generated: '(1) stored' }],
])('nor of a column that %s', (_, known) => {
  expect(reported('sa.Text(), default="new"', state(known))).toEqual([]);
});

test('nor of a table that was there, or of another column', () => {
  expect(reported('sa.Text(), default="new"', state(), [orders])).toEqual([]);
  const other = thing('column', 'orders.other', { nullable: 'no' }, 'orders');
  expect(reported('sa.Text(), default="new"', other)).toEqual([]);
});
