import '../support/sql.ts';
import { expect, test } from 'vitest';
import type { LockMode } from '../../src/model/lock.ts';
import type { Relation, Trace } from '../../src/model/trace.ts';
import type { StatementSubject } from '../../src/rules/rule.ts';
import { evidenceOf } from '../../src/rules/support/traced.ts';
import { commandsOf } from '../../src/sql/commands.ts';

const table = (name: string): Relation => ({ schema: 'public', name, kind: 'table', existed: true });
const index = (name: string, of: string): Relation => ({
  schema: 'public',
  name,
  kind: 'index',
  of,
  existed: true,
});

function notesOf(seen: Partial<Trace>, before: Partial<Trace> = {}): readonly string[] {
  const trace = { locks: [], rewritten: [], scanned: [], ...seen };
  const [command] = commandsOf('ALTER TABLE orders ADD COLUMN state text');
  const isOld = ({ existed }: Relation): boolean => existed;
  const earlier = [{ trace: { locks: [], ...before } }];
  const subject = { statement: { trace }, earlier, command, isOld } as unknown as StatementSubject;
  return evidenceOf(subject).flatMap((one) => (one.kind === 'note' ? [one.text] : []));
}

test('of each table the strongest lock, and nothing of the indexes that go with it', () => {
  const notes = notesOf({
    locks: [
      { relation: table('orders'), mode: 'SHARE' },
      { relation: table('orders'), mode: 'ACCESS EXCLUSIVE' },
      { relation: index('orders_pkey', 'orders'), mode: 'ACCESS EXCLUSIVE' },
      { relation: table('customers'), mode: 'SHARE ROW EXCLUSIVE' },
    ],
  });
  expect(notes).toEqual([
    'ACCESS EXCLUSIVE on orders: nobody reads or writes it until the transaction ends',
    'SHARE ROW EXCLUSIVE on customers: nobody writes to it until the transaction ends',
  ]);
});

test('a stronger lock that the transaction has already stands for the weaker one of this statement', () => {
  const lock = (mode: LockMode): Partial<Trace> => ({ locks: [{ relation: table('orders'), mode }] });
  expect(notesOf(lock('SHARE'), lock('ACCESS EXCLUSIVE'))).toEqual([
    'ACCESS EXCLUSIVE on orders, which a statement before has taken: nobody reads or writes it until the transaction ends',
  ]);
  expect(notesOf(lock('ACCESS EXCLUSIVE'), lock('SHARE'))).toEqual([
    'ACCESS EXCLUSIVE on orders: nobody reads or writes it until the transaction ends',
  ]);
});

test('an index that is locked without its table', () => {
  const relation = index('orders_pkey', 'orders');
  expect(notesOf({ locks: [{ relation, mode: 'ACCESS EXCLUSIVE' }] })).toEqual([
    'ACCESS EXCLUSIVE on orders_pkey: nobody reads or writes it until the transaction ends',
  ]);
});

test('an index of a table of the same name in another schema', () => {
  const other = { ...table('orders'), schema: 'sales' };
  expect(
    notesOf({
      locks: [
        { relation: other, mode: 'SHARE' },
        { relation: index('orders_pkey', 'orders'), mode: 'ACCESS EXCLUSIVE' },
      ],
    }),
  ).toHaveLength(2);
});

test('neither locks that let others work, nor what was not there before', () => {
  expect(
    notesOf({
      locks: [
        { relation: table('orders'), mode: 'SHARE UPDATE EXCLUSIVE' },
        { relation: { ...table('made'), existed: false }, mode: 'ACCESS EXCLUSIVE' },
      ],
    }),
  ).toEqual([]);
});

test('what was stored anew, and what was read', () => {
  const notes = notesOf({
    rewritten: [table('orders'), index('orders_pkey', 'orders'), { ...table('made'), existed: false }],
    scanned: [{ relation: table('orders'), scans: 1, tuples: 9 }],
  });
  expect(notes).toEqual(['rewritten: orders and orders_pkey', 'read from end to end: orders']);
});
