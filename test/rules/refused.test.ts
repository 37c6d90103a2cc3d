import '../support/sql.ts';
import { expect, test } from 'vitest';
import {
  backedConstraint,
  concurrentInTransaction,
  concurrentThatHung,
} from '../../src/rules/support/refused.ts';
import { failure, sqlFailure } from '../support/facts.ts';

const hint = 'You can drop constraint users_key on table users instead.';
const dropped = { sql: 'DROP INDEX app.users_key', hint };

test('the constraint that an index is of', () => {
  const sql = 'SELECT 1; DROP TABLE a; ALTER INDEX i RENAME TO j; DROP INDEX users_key';
  const found = { index: 'users_key', constraint: 'users_key', table: 'users' };
  expect(backedConstraint(sqlFailure('2BP01', 'refused', dropped))).toEqual(found);
  expect(backedConstraint(sqlFailure('2BP01', 'refused', { sql, hint }))).toEqual(found);
});

test.each([
  ['another refusal', '42P01', dropped],
  ['no statement', '2BP01', { hint }],
  ['no hint', '2BP01', { sql: dropped.sql }],
  ['another hint', '2BP01', { ...dropped, hint: 'Use DROP ... CASCADE to drop the dependent objects too.' }],
  ['another drop', '2BP01', { sql: 'DROP TABLE users_key', hint }],
  ['no drop', '2BP01', { sql: 'ALTER INDEX users_key RENAME TO a', hint }],
])('none for %s', (_, sqlstate, more) => {
  expect(backedConstraint(sqlFailure(sqlstate, 'refused', more))).toBeUndefined();
});

const create = 'CREATE INDEX CONCURRENTLY i ON a (b)';

test('what runs by itself only, and what it makes', () => {
  const found = concurrentInTransaction(sqlFailure('25001', 'not here', { sql: `SELECT 1; ${create}` }));
  expect(found).toMatchObject({ command: { kind: 'IndexStmt' }, index: { name: 'i' } });
  const drop = concurrentInTransaction(sqlFailure('25001', 'not here', { sql: 'DROP INDEX CONCURRENTLY i' }));
  expect(drop).toMatchObject({ command: { kind: 'DropStmt' } });
  expect(drop).not.toHaveProperty('index');
  const hung = failure('timed-out', 'TimedOut', 'cut off', { sql: create });
  expect(concurrentThatHung(hung)).toMatchObject({ index: { name: 'i' } });
});

test.each([['REFRESH MATERIALIZED VIEW CONCURRENTLY v'], ['CREATE INDEX i ON a (b)'], ['DROP TABLE a']])(
  'nothing of the kind: %s',
  (sql) => {
    expect(concurrentInTransaction(sqlFailure('25001', 'not here', { sql }))).toBeUndefined();
    expect(concurrentThatHung(failure('timed-out', 'TimedOut', 'cut off', { sql }))).toBeUndefined();
  },
);

test('only for its own reason', () => {
  expect(concurrentInTransaction(sqlFailure('42P07', 'there', { sql: create }))).toBeUndefined();
  expect(concurrentInTransaction(sqlFailure('25001', 'not here'))).toBeUndefined();
  expect(concurrentThatHung(sqlFailure('25001', 'not here', { sql: create }))).toBeUndefined();
  expect(concurrentThatHung(failure('timed-out', 'TimedOut', 'cut off'))).toBeUndefined();
});
