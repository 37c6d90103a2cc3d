import '../support/sql.ts';
import { expect, test } from 'vitest';
import type { Statement } from '../../src/model/observation.ts';
import type { Trace } from '../../src/model/trace.ts';
import { factsOf, judgedBy, sent, table, upgrading } from './sent.ts';

const orders = table('orders');
const locks: Trace['locks'] = [
  { relation: table('orders_pkey', { kind: 'index', of: 'orders' }), mode: 'ROW EXCLUSIVE' },
  { relation: orders, mode: 'ROW EXCLUSIVE' },
];
const write = sent("UPDATE orders SET state = 'new' WHERE id = 1", { locks });
const change = (sql: string, more: Partial<Trace> = {}): Statement => sent(sql, more);
const tablesOf = (...statements: readonly Statement[]) =>
  judgedBy('data-in-migration', factsOf(upgrading(statements))).findings.map(
    ({ message }) => /rows of (\S+)/.exec(message)?.[1],
  );

test.each([
  write.sql,
  'DELETE FROM orders WHERE id = 1',
  'INSERT INTO orders VALUES (1)',
  'MERGE INTO orders USING carts ON orders.id = carts.id WHEN MATCHED THEN DELETE',
])('%s is told of beside a change of the schema, before or after it', (sql) => {
  const one = sent(sql, { locks });
  expect(tablesOf(one, change('CREATE TABLE carts (id int)'))).toEqual(['orders']);
  expect(tablesOf(change('SELECT 1; CREATE TABLE carts (id int)'), one)).toEqual(['orders']);
  expect(tablesOf(one, sent(sql, { locks: [] }), change('CREATE TABLE carts (id int)'))).toEqual(['orders']);
});

test.each([
  'ALTER TABLE carts DISABLE TRIGGER a, ADD b int',
  'CREATE EXTENSION citext',
  'DROP VIEW v',
  'CREATE INDEX i ON carts (a)',
  'ALTER TABLE carts RENAME TO baskets',
  'CREATE VIEW v AS SELECT 1',
])('%s changes the schema', (sql) => {
  expect(tablesOf(change(sql), write)).toEqual(['orders']);
});

test.each([
  'REFRESH MATERIALIZED VIEW v',
  'ALTER TABLE orders DISABLE TRIGGER USER',
  'ALTER TABLE orders ENABLE REPLICA TRIGGER a, DISABLE TRIGGER b',
  'SET LOCAL lock_timeout = 1',
])('%s does not', (sql) => {
  expect(tablesOf(change(sql), write)).toEqual([]);
});

test('in another transaction it may', () => {
  expect(tablesOf(write, change('CREATE TABLE carts (id int)', { transaction: 2 }))).toEqual([]);
});

test('rows of a new table are not told of, and do not hide those of an old one', () => {
  const carts = table('carts', { existed: false });
  const fill = sent('INSERT INTO carts VALUES (1)', { locks: [{ relation: carts, mode: 'ROW EXCLUSIVE' }] });
  const make = change('CREATE TABLE carts (id int)');
  expect(tablesOf(make, fill)).toEqual([]);
  expect(tablesOf(make, fill, write)).toEqual(['orders']);
});
