import '../support/sql.ts';
import { expect, test } from 'vitest';
import type { SchemaObject } from '../../src/model/schema-object.ts';
import { factsOf, judgedBy, sent, thing, upgrading } from './sent.ts';

type Known = SchemaObject['facts'];

const column = (name: string, known: Known = { nullable: 'no' }): SchemaObject =>
  thing('column', `orders.${name}`, known, 'orders');
const orders = thing('table', 'orders');
const optional = column('state', { nullable: 'yes' });

const reported = (
  before: readonly SchemaObject[],
  after: readonly SchemaObject[],
  ...sql: readonly string[]
) =>
  judgedBy(
    'old-code-incompatible',
    factsOf(
      upgrading(
        sql.map((one) => sent(one)),
        { schema: { before: [orders, ...before], after: [orders, ...after] } },
      ),
    ),
  ).findings.map(({ evidence }) => evidence.map((one) => 'text' in one && one.text));

const setNotNull = 'ALTER TABLE orders ALTER state SET NOT NULL';
const add = "ALTER TABLE orders ADD COLUMN state text DEFAULT 'new'";

test('a column that is new and has to be named by inserts is told of by what demands it', () => {
  expect(reported([], [column('state')], add, setNotNull)).toEqual([[setNotNull]]);
  expect(reported([], [column('state')], 'ALTER TABLE orders RENAME COLUMN other TO state')).toHaveLength(1);
});

test.each([
  ['it was there before', [column('state', { nullable: 'yes' })], [column('state')], [setNotNull]],
  ['it may be NULL', [], [optional], [add]],
  ['it has a default', [], [column('state', { nullable: 'no', default: "'new'" })], [add]],
  ['it counts by itself', [], [column('state', { nullable: 'no', identity: 'always' })], [add]],
  ['it is computed', [], [column('state', { nullable: 'no', generated: '(1) stored' })], [add]],
  ['it is NOT NULL from the start', [], [column('state')], ['ALTER TABLE orders ADD state text NOT NULL']],
  [
    'it is an old one by another name',
    [column('status')],
    [column('state')],
    ['ALTER TABLE orders RENAME status TO state'],
  ],
  [
    'a trigger fills it',
    [],
    [
      column('state'),
      thing(
        'trigger',
        'orders.g',
        {
          definition: 'CREATE TRIGGER g BEFORE UPDATE OR INSERT ON orders FOR EACH ROW EXECUTE FUNCTION f()',
        },
        'orders',
      ),
    ],
    [add, setNotNull],
  ],
])('nothing is said where %s', (_, before, after, sql) => {
  expect(reported(before, after, ...sql)).toEqual([]);
});

test('a rename of something else makes no old column of a new one', () => {
  for (const rename of [
    'ALTER TABLE orders RENAME status TO other',
    'ALTER TABLE carts RENAME status TO state',
    'ALTER TABLE orders RENAME CONSTRAINT status TO state',
    'ALTER INDEX orders RENAME TO state',
  ])
    expect(
      reported([column('status')], [column('status'), column('state')], add, rename, setNotNull),
      rename,
    ).toHaveLength(1);
});
