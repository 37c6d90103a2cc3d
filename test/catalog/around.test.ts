import { expect, test } from 'vitest';
import { around } from '../../src/catalog/around.ts';
import { Journal } from '../../src/catalog/journal.ts';
import type { CatalogObject } from '../../src/catalog/object.ts';
import type { Snapshot } from '../../src/catalog/snapshot.ts';
import type { SchemaObject } from '../../src/model/schema-object.ts';
import { object } from './support.ts';

const table = object('table', 'public.users', { owner: 'me', 'row security': 'yes' });
const id = object('column', 'public.users.id', { type: 'integer' }, table);
const email = object('column', 'public.users.email', { type: 'text' }, table);
const primary = object('constraint', 'public.users.users_pkey', { definition: 'PRIMARY KEY (id)' }, table);
const index = object('index', 'public.users_pkey', {}, primary);
const sequence = object('sequence', 'public.users_id_seq', { type: 'integer', start: '1' }, id);
const users = [table, id, primary, index, sequence];
const orders = object('table', 'public.orders');
const owner = object('column', 'public.orders.user_id', { type: 'integer' }, orders);

/** A journal with these objects, and the moment after them. */
function journalOf(...objects: readonly CatalogObject[]): [Journal, Snapshot] {
  const journal = new Journal();
  for (const each of objects) journal.put(each);
  return [journal, { journal, position: journal.position }];
}
const now = (journal: Journal): Snapshot => ({ journal, position: journal.position });
const names = (objects: readonly SchemaObject[]): readonly string[] =>
  objects.map(({ kind, name }) => `${kind} ${name}`);
const allOfUsers = [
  'column users.id',
  'constraint users.users_pkey',
  'index users_pkey',
  'sequence users_id_seq',
  'table users',
];

test('a table of which one column is new comes whole, before and after; another table does not', () => {
  const [journal, before] = journalOf(...users, orders, owner);
  journal.put(email);
  const found = around(before, now(journal));
  expect(names(found.before)).toEqual(allOfUsers);
  expect(names(found.after)).toEqual(['column users.email', ...allOfUsers]);
});

test('what only the parts of its parts show is told of the table: an index of a constraint', () => {
  const [journal, before] = journalOf(...users);
  journal.put({ ...index, facts: { valid: 'no' } });
  expect(names(around(before, now(journal)).after)).toEqual(allOfUsers);
});

test('what came and what went are on one side only', () => {
  const [journal, before] = journalOf(orders, owner);
  for (const each of users) journal.put(each);
  const between = now(journal);
  journal.remove('column public.orders.user_id');
  journal.remove('table public.orders');
  expect(around(before, between)).toMatchObject({ before: [] });
  expect(around(between, now(journal))).toMatchObject({ after: [] });
  expect(names(around(between, now(journal)).before)).toEqual(['column orders.user_id', 'table orders']);
});

test('later moments are not mixed in', () => {
  const [journal, before] = journalOf(...users);
  journal.put(email);
  const after = now(journal);
  journal.put({ ...email, facts: { type: 'citext' } });
  journal.remove('column public.users.id');
  expect(around(before, after).after).toContainEqual({
    kind: 'column',
    name: 'users.email',
    parent: { kind: 'table', name: 'users' },
    facts: { type: 'text' },
  });
  expect(names(around(before, after).after)).toContain('column users.id');
});

test('a part that belongs to another table by now is told of that one', () => {
  const loose = object('index', 'public.ix', {}, orders);
  const [journal, before] = journalOf(...users, orders, loose);
  journal.put({ ...loose, parent: { kind: table.kind, name: table.name } });
  const after = now(journal);
  expect(around(before, after).after.find(({ name }) => name === 'ix')?.parent).toEqual({
    kind: 'table',
    name: 'users',
  });
  journal.put(owner);
  expect(names(around(after, now(journal)).after)).toEqual(['column orders.user_id', 'table orders']);
});

test.each([
  ['users', 'FOREIGN KEY (user_id) REFERENCES users(id) ON DELETE CASCADE'],
  ['"Odd (one"', 'FOREIGN KEY ("a) REFERENCES b(", c) REFERENCES "Odd (one"(id)'],
  ['crm."Odd.(one"', 'FOREIGN KEY (user_id) REFERENCES crm."Odd.(one"(id)'],
  ['"c.r.m".users', 'FOREIGN KEY (user_id) REFERENCES "c.r.m".users(id)'],
])('the table that a new foreign key refers to is there too: %s', (name, definition) => {
  const whole = name.includes('".') || name.startsWith('crm') ? name : `public.${name}`;
  const [journal, before] = journalOf(object('table', whole), orders);
  journal.put(object('constraint', 'public.orders.fk', { definition }, orders));
  expect(names(around(before, now(journal)).before)).toContain(`table ${name}`);
  const after = now(journal);
  journal.put(owner);
  expect(names(around(after, now(journal)).before)).not.toContain(`table ${name}`);
});

test('a check whose text looks like a foreign key refers to nothing', () => {
  const [journal, before] = journalOf(table, orders);
  const definition = "CHECK (note <> 'FOREIGN KEY (a) REFERENCES users(id)')";
  journal.put(object('constraint', 'public.orders.c', { definition }, orders));
  expect(names(around(before, now(journal)).after)).toEqual(['constraint orders.c', 'table orders']);
});

test('a function comes by itself', () => {
  const [journal, before] = journalOf(...users);
  journal.put(object('function', 'public.f()', { definition: 'CREATE FUNCTION f()' }));
  expect(around(before, now(journal))).toEqual({
    before: [],
    after: [{ kind: 'function', name: 'f()', facts: { definition: 'CREATE FUNCTION f()' } }],
  });
});

test('facts that only cost space are left out', () => {
  const [journal, before] = journalOf();
  for (const each of users) journal.put(each);
  const { after } = around(before, now(journal));
  expect(after.find(({ kind }) => kind === 'table')?.facts).toEqual({ 'row security': 'yes' });
  expect(after.find(({ kind }) => kind === 'sequence')?.facts).toEqual({ type: 'integer' });
});
