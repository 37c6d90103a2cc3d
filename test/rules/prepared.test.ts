import '../support/sql.ts';
import { expect, test } from 'vitest';
import { isMadeSure } from '../../src/rules/support/prepared.ts';
import { sent } from './sent.ts';

const make = sent('CREATE INDEX CONCURRENTLY i ON t (c)');
const isSure = (before: string, after = 'SELECT 1'): boolean =>
  isMadeSure([sent(before), make, sent(after)], make, 'index', 'i');

test.each(['DROP INDEX IF EXISTS i', 'SELECT 1; DROP INDEX CONCURRENTLY IF EXISTS s.h, s.i'])(
  'nothing of the name is there after %s',
  (sql) => {
    expect(isSure(sql)).toBe(true);
  },
);

test.each([
  'DROP INDEX i',
  'DROP TABLE IF EXISTS i',
  'DROP INDEX IF EXISTS j',
  'ALTER TABLE i DROP IF EXISTS i',
])('something may be there after %s', (sql) => {
  expect(isSure(sql)).toBe(false);
});

test('what is dropped after it was made does not count', () => {
  expect(isSure('SELECT 1', 'DROP INDEX IF EXISTS i')).toBe(false);
});
