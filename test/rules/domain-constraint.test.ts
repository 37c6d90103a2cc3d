import '../support/sql.ts';
import { expect, test } from 'vitest';
import type { LockMode } from '../../src/model/lock.ts';
import type { Relation } from '../../src/model/trace.ts';
import { factsOf, judgedBy, sent, table, upgrading } from './sent.ts';

const users = table('users');

function reported(sql: string, relation: Relation, mode: LockMode, isRead: boolean) {
  const did = { locks: [{ relation, mode }], scanned: isRead ? [{ relation, scans: 1, tuples: 1 }] : [] };
  return judgedBy('domain-constraint', factsOf(upgrading([sent(sql, did)]))).findings;
}
const add = 'ALTER DOMAIN app.email ADD CHECK (VALUE > 0)';

test('a table is told of that was there, is locked, and is read', () => {
  expect(reported(add, users, 'SHARE', true)).toMatchObject([{ table: { name: 'users' } }]);
  expect(reported(add, { ...users, existed: false }, 'SHARE', true)).toEqual([]);
  expect(reported(add, users, 'ACCESS SHARE', true)).toEqual([]);
  expect(reported(add, users, 'SHARE', false)).toEqual([]);
});

test('domains are told apart by their names', () => {
  const prints = ['app.email', 'ap.pemail', 'email'].map((domain) =>
    String(reported(add.replace('app.email', domain), users, 'SHARE', true)[0]?.fingerprint),
  );
  expect(new Set(prints).size).toBe(3);
});
