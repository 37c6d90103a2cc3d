import '../support/sql.ts';
import { expect, test } from 'vitest';
import type { LockMode } from '../../src/model/lock.ts';
import type { Statement } from '../../src/model/observation.ts';
import type { Relation, Trace } from '../../src/model/trace.ts';
import { factsOf, judgedBy, sent, table, upgrading } from './sent.ts';

const locking = (relation: Relation, mode: LockMode, more: Partial<Trace> = {}): Statement =>
  sent(`ALTER TABLE ${relation.name} ADD a int`, { locks: [{ relation, mode }], ...more });
const told = (...statements: readonly Statement[]): readonly (string | undefined)[] =>
  judgedBy('missing-lock-timeout', factsOf(upgrading(statements))).findings.map(
    ({ message }) => /waits for (\S+)/.exec(message)?.[1],
  );
const orders = table('orders');

test('the strongest lock is told of, of equals the first, and no other', () => {
  const share = locking(table('users'), 'SHARE');
  const exclusive = locking(orders, 'ACCESS EXCLUSIVE');
  expect(told(share)).toEqual(['users']);
  expect(told(share, exclusive, locking(table('carts'), 'ACCESS EXCLUSIVE'))).toEqual(['orders']);
});

test.each(['table', 'partitioned table', 'foreign table', 'view', 'materialized view'] as const)(
  'whoever uses a %s is waited for',
  (kind) => {
    expect(told(locking(table('v', { kind }), 'ACCESS EXCLUSIVE'))).toEqual(['v']);
  },
);

test('nothing is waited for behind a limit, for what lets others work, or for an index alone', () => {
  expect(told(locking(orders, 'ACCESS EXCLUSIVE', { lockTimeoutMs: 5 }))).toEqual([]);
  expect(told(locking(orders, 'SHARE UPDATE EXCLUSIVE'))).toEqual([]);
  expect(told(locking(table('i', { kind: 'index', of: 'orders' }), 'ACCESS EXCLUSIVE'))).toEqual([]);
});

test('what an earlier transaction of the revision has made is waited for by nobody', () => {
  const make = locking(table('carts', { existed: false }), 'ACCESS EXCLUSIVE', { transaction: 2 });
  const use = locking(table('carts'), 'ACCESS EXCLUSIVE', { transaction: 3 });
  expect(told(locking(orders, 'SHARE'), make, use)).toEqual(['orders']);
  expect(told(make, use)).toEqual([]);
});
