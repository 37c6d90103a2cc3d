import '../support/sql.ts';
import { expect, test } from 'vitest';
import { readType } from '../../src/rules/support/read-type.ts';
import { lossBetween } from '../../src/rules/support/type-loss.ts';

const loss = (from: string, to: string) => {
  const [one, other] = [readType(from), readType(to)];
  if (!one || !other) throw new Error(`${from} or ${to} is no type`);
  return lossBetween(one, other);
};

test.each([
  ['bigint', 'integer', 'outside -2147483648 to 2147483647'],
  ['bigint', 'smallint', 'outside -32768 to 32767'],
  ['text', 'character varying(20)', 'longer than 20 characters'],
  ['character varying(50)', 'character(20)', 'longer than 20 characters'],
  ['character varying', 'character varying(20)', 'longer than 20 characters'],
  ['numeric(10,2)', 'numeric(8,2)', 'with more than 6 digits before the point'],
  ['numeric', 'numeric(8,2)', 'with more than 6 digits before the point'],
  ['numeric(10,2)', 'numeric(10,3)', 'with more than 7 digits before the point'],
  ['text', 'uuid', 'that are no uuid'],
  ['character varying(5)', 'integer', 'that are no int4'],
  ['text', 'numeric(8,2)', 'that are no numeric'],
  ['bigint[]', 'integer[]', 'outside -2147483648 to 2147483647'],
])('%s to %s fails on values %s', (from, to, what) => {
  expect(loss(from, to)).toMatchObject({ does: 'rejects', what });
});

test.each([
  ['numeric(10,4)', 'numeric(8,2)', 'with more than 2 digits behind the point'],
  ['numeric(10,4)', 'numeric(6,0)', 'that are not whole'],
  ['numeric(10,4)', 'integer', 'that are not whole'],
  ['double precision', 'bigint', 'that are not whole'],
  ['double precision', 'real', 'with more than six digits'],
  ['timestamp with time zone', 'date', 'with a time of day'],
  ['timestamp without time zone', 'time without time zone', 'with a date'],
])('%s to %s changes values %s', (from, to, what) => {
  expect(loss(from, to)).toMatchObject({ does: 'changes', what });
});

test.each([
  ['integer', 'bigint'],
  ['integer', 'integer'],
  ['character varying(20)', 'character varying(50)'],
  ['character varying(20)', 'text'],
  ['character varying(20)', 'character varying(20)'],
  ['numeric(8,2)', 'numeric(10,4)'],
  ['numeric(8,2)', 'numeric(8,2)'],
  ['integer[]', 'bigint'],
  ['bigint[]', 'integer'],
  ['numeric(8,2)', 'numeric'],
  ['integer', 'numeric(4,2)'],
  ['real', 'double precision'],
  ['date', 'timestamp with time zone'],
  ['integer', 'text'],
  ['uuid', 'text'],
  ['text', 'text[]'],
  ['kinds.int8', 'integer'],
  ['bigint', 'kinds.int4'],
])('%s to %s loses nothing that can be told', (from, to) => {
  expect(loss(from, to)).toBeUndefined();
});

test('the condition finds the values', () => {
  expect(loss('bigint', 'smallint')?.test).toBe('$ NOT BETWEEN -32768 AND 32767');
  expect(loss('numeric(10,4)', 'numeric(8,2)')?.test).toBe('$ <> round($, 2)');
  expect(loss('numeric(10,2)', 'numeric(8,2)')?.test).toBe('abs($) >= 1e6');
  expect(loss('text', 'date')?.test).toBeUndefined();
});
