import '../support/sql.ts';
import { expect, test } from 'vitest';
import type { Relation, Trace } from '../../src/model/trace.ts';
import { rules } from '../../src/rules/index.ts';
import type { Messages, Rule, StatementSubject, Tell } from '../../src/rules/rule.ts';
import { commandsOf } from '../../src/sql/commands.ts';

/** What a rule on statements says where nobody, or not everybody, could look. */
function said(id: string, sql: string, trace?: Partial<Trace>): readonly string[] {
  const rule = new Map(rules).get(id) as Rule<'statement'> | undefined;
  const [command] = commandsOf(sql);
  if (!rule || !command) throw new Error(`${id}: ${sql}`);
  const heard: string[] = [];
  const tell: Tell<Messages> = {
    report: (key) => heard.push(`reports ${key}`),
    notChecked: (why) => heard.push(why),
  };
  const seen = trace && { locks: [], rewritten: [], scanned: [], unseen: [], ...trace };
  const subject = {
    statement: { sql, ...(seen ? { trace: seen } : {}), place: { file: 'versions/a.py', line: 1 } },
    command,
    earlier: [],
    unseenBefore: [],
    move: { statements: [] },
    isOld: () => true,
    revision: { id: 'a' },
    facts: { observations: { roundTrips: [] }, plan: { scope: 'all' } },
  };
  rule.check(subject as unknown as StatementSubject, tell, {});
  return heard;
}

const orders: Relation = { schema: 'public', name: 'orders', kind: 'table', existed: true };
const locks: Trace['locks'] = [{ relation: orders, mode: 'ACCESS EXCLUSIVE' }];
const scanned: Trace['scanned'] = [{ relation: orders, scans: 1, tuples: 0 }];
const blind = 'what PostgreSQL did to alter orders was not seen';

const changes = [
  [
    'add-column-volatile-default',
    'ALTER TABLE orders ADD COLUMN c uuid DEFAULT gen_random_uuid()',
    'rewritten',
  ],
  ['add-serial-or-identity-column', 'ALTER TABLE orders ADD COLUMN c serial', 'rewritten'],
  ['add-column-with-inline-constraint', 'ALTER TABLE orders ADD COLUMN c int UNIQUE', 'scanned'],
  ['set-not-null-scan', 'ALTER TABLE orders ALTER COLUMN c SET NOT NULL', 'scanned'],
  ['alter-type-rewrite', 'ALTER TABLE orders ALTER COLUMN c TYPE bigint', 'rewritten'],
  ['alter-type-lossy', 'ALTER TABLE orders ALTER COLUMN c TYPE bigint', 'rewritten'],
  ['alter-type-checked-column', 'ALTER TABLE orders ALTER COLUMN c TYPE text', 'scanned'],
  ['alter-collation', 'ALTER TABLE orders ALTER COLUMN c TYPE text COLLATE "C"', 'rewritten'],
  ['add-not-null-column-without-default', 'ALTER TABLE orders ADD COLUMN c int NOT NULL', 'locks'],
  ['drop-not-null', 'ALTER TABLE orders ALTER COLUMN c DROP NOT NULL', 'locks'],
  ['add-json-column', 'ALTER TABLE orders ADD COLUMN c json', 'locks'],
] as const;

test.each(changes)('%s does not guess where its verdict could not be seen', (id, sql, part) => {
  expect(said(id, sql)).toEqual([blind]);
  expect(said(id, sql, { locks, unseen: [part] })).toEqual([blind]);
  expect(said(id, sql, { locks, unseen: ['locks'] })).toEqual([blind]);
  expect(said(id, sql, { locks, unseen: ['written'] })).not.toContain(blind);
});

test('what concerns another command is nobody to be blamed for', () => {
  expect(said('set-not-null-scan', 'ALTER TABLE orders ALTER COLUMN c DROP NOT NULL')).toEqual([]);
});

test('what was seen is reported although the catalog was not', () => {
  expect(said('alter-type-rewrite', changes[4][1], { locks, rewritten: [orders] })).toEqual([
    'reports rewrites',
  ]);
  expect(said('set-not-null-scan', changes[3][1], { locks, scanned })).toEqual(['reports scans']);
});

test.each([
  ['rename-column', 'ALTER TABLE orders RENAME COLUMN a TO b'],
  ['rename-table', 'ALTER TABLE orders RENAME TO b'],
  ['set-schema', 'ALTER TABLE orders SET SCHEMA b'],
])('%s does not guess what was locked', (id, sql) => {
  expect(said(id, sql)).toEqual([expect.stringContaining('was not seen')]);
  expect(said(id, sql, { locks })).toEqual([expect.stringMatching(/^reports /)]);
  expect(said(id, 'ALTER INDEX orders RENAME TO b')).toEqual([]);
});
