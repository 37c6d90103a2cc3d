import { describe, expect, test } from 'vitest';
import { compare } from '../../src/catalog/compare.ts';
import { Journal } from '../../src/catalog/journal.ts';
import type { CatalogObject } from '../../src/catalog/object.ts';
import { object, snapshotOf } from './support.ts';

const words = (before: readonly CatalogObject[], after: readonly CatalogObject[]): readonly string[] =>
  compare(snapshotOf(...before), snapshotOf(...after)).map((difference) => difference.words);

const table = object('table', 'public.users');
const column = object('column', 'public.users.email', { type: 'character varying(100)' }, table);
const primary = object('constraint', 'public.users.users_pkey', {}, table);
const index = object('index', 'public.users_pkey', {}, primary);

test('a thing that comes or goes speaks for its parts, and for theirs', () => {
  expect(words([], [table, column, primary, index])).toEqual(['table users is new']);
  expect(words([table, column, primary, index], [table])).toEqual([
    'column users.email is gone',
    'constraint users.users_pkey is gone',
  ]);
});

test('a constraint that changed speaks for its index; an index that changed alone speaks for itself', () => {
  const wider = object('constraint', 'public.users.users_pkey', { definition: 'PRIMARY KEY (a, b)' }, table);
  const widerIndex = object('index', 'public.users_pkey', { definition: '(a, b)' }, primary);
  expect(words([table, primary, index], [table, wider, widerIndex])).toEqual([
    'constraint users.users_pkey: definition PRIMARY KEY (a, b) is new',
  ]);
  expect(words([table, primary, index], [table, primary, widerIndex])).toEqual([
    'index users_pkey: definition (a, b) is new',
  ]);
});

test('differences come sorted by kind and name, whatever was written first', () => {
  const [b, a] = [object('view', 'public.b'), object('view', 'public.a')];
  expect(words([], [b, table, a])).toEqual(['table users is new', 'view a is new', 'view b is new']);
});

test('two moments of one journal compare like two journals', () => {
  const journal = new Journal();
  journal.put(table);
  const before = { journal, position: journal.position };
  journal.put(column);
  journal.remove('table public.users');
  const after = { journal, position: journal.position };
  const apart = compare(snapshotOf(table), snapshotOf(column));
  expect(compare(before, after)).toEqual(apart);
  expect(compare(after, before).map(({ change }) => change)).toEqual(['gone', 'new']);
});

test('what only became a part of something else is no difference', () => {
  const moved = object('sequence', 'public.s', {}, column);
  expect(words([object('sequence', 'public.s')], [moved])).toEqual([]);
});

describe('facts in words', () => {
  const changed = (kind: string, name: string, before: object, after: object): string | undefined =>
    words(
      [object(kind, name, before as CatalogObject['facts'])],
      [object(kind, name, after as CatalogObject['facts'])],
    )[0];

  test.each([
    ['column', { type: 'character varying(100)' }, { type: 'text' }, 'type varchar(100) became text'],
    ['column', { type: 'timestamp(3) with time zone' }, { type: 'date' }, 'type timestamptz(3) became date'],
    ['column', { nullable: 'yes' }, { nullable: 'no' }, 'became NOT NULL'],
    ['column', { default: '0' }, {}, 'default 0 is gone'],
    ['column', { comment: 'a' }, { comment: 'b' }, 'comment "a" became "b"'],
    ['column', { default: `'${'x'.repeat(90)}'` }, { default: '1' }, 'default changed'],
    ['enum type', { labels: ['a', 'b'] }, { labels: ['b', 'c'] }, 'label a is gone, label c is new'],
    ['enum type', { labels: ['a', 'b'] }, { labels: ['b', 'a'] }, 'its labels are in another order'],
    ['index', { valid: 'yes' }, { valid: 'no' }, 'became INVALID'],
    [
      'table',
      { grants: ['me=rw/me'] },
      { grants: ['me=rw/me', '=r*/me'] },
      'grant of SELECT (grantable) to PUBLIC is new',
    ],
    [
      'table',
      { owner: 'me', grants: ['me=r/me'] },
      { owner: 'you', grants: ['you=r/you'] },
      'owner me became you',
    ],
    [
      'table',
      { grants: ['me=r/me'] },
      { grants: ['me=arwdx/me'] },
      'grant of INSERT to me is new, grant of UPDATE to me is new, grant of DELETE to me is new, grant of REFERENCES to me is new',
    ],
    ['table', { grants: ['me=r/me'] }, { grants: ['me=arwdxt/me'] }, 'grants changed'],
    ['function', { definition: 'a' }, { definition: 'b' }, 'definition changed'],
  ])('%s %j, %j', (kind, before, after, expected) => {
    expect(changed(kind, 'public.it', before, after)).toBe(`${kind} it: ${expected}`);
  });

  test('before and after are kept whole for a small diff', () => {
    const [difference] = compare(
      snapshotOf(object('function', 'public.f()', { definition: 'one\ntwo' })),
      snapshotOf(object('function', 'public.f()', { definition: 'one\nthree' })),
    );
    expect(difference?.facts).toEqual([{ fact: 'definition', before: 'one\ntwo', after: 'one\nthree' }]);
  });
});

describe('weights', () => {
  const weight = (before: readonly CatalogObject[], after: readonly CatalogObject[]): string | undefined =>
    compare(snapshotOf(...before), snapshotOf(...after))[0]?.weight;
  const one = (kind: string, facts: CatalogObject['facts']): readonly CatalogObject[] => [
    object(kind, 'public.x', facts),
  ];

  test.each([
    [
      'column order',
      one('table', { 'columns in order': ['a', 'b'] }),
      one('table', { 'columns in order': ['b', 'a'] }),
      'column-order',
    ],
    [
      'a constraint that stays validated',
      one('constraint', { validated: 'no' }),
      one('constraint', { validated: 'yes' }),
      'validated',
    ],
    [
      'one that lost it',
      one('constraint', { validated: 'yes' }),
      one('constraint', { validated: 'no' }),
      'fault',
    ],
    [
      'validated, and something else too',
      one('constraint', { validated: 'no', a: 'b' }),
      one('constraint', { validated: 'yes' }),
      'fault',
    ],
    ['an extension that stays', [], one('extension', {}), 'extension-kept'],
    ['an extension that is lost', one('extension', {}), [], 'fault'],
    [
      'a label that stays',
      one('enum type', { labels: ['a', 'c'] }),
      one('enum type', { labels: ['a', 'b', 'c'] }),
      'enum-label-kept',
    ],
    [
      'a label that is lost',
      one('enum type', { labels: ['a', 'c'] }),
      one('enum type', { labels: ['a'] }),
      'fault',
    ],
    [
      'labels in another order',
      one('enum type', { labels: ['a', 'b'] }),
      one('enum type', { labels: ['b', 'a', 'c'] }),
      'fault',
    ],
    ['a type that stays', [], one('enum type', { labels: ['a'] }), 'fault'],
  ] as const)('%s', (_, before, after, expected) => {
    expect(weight(before, after)).toBe(expected);
  });

  test('columns that came or went are no other order', () => {
    expect(
      words(
        one('table', { 'columns in order': ['a', 'b'] }),
        one('table', { 'columns in order': ['b', 'c'] }),
      ),
    ).toEqual([]);
  });
});

describe('the statement that takes a new thing away', () => {
  const undo = (...objects: readonly CatalogObject[]): string | undefined =>
    compare(snapshotOf(...objects.slice(0, -1)), snapshotOf(...objects))[0]?.undo;
  const matview = object('materialized view', 'sales."Per Day"');
  const composite = object('composite type', 'public.place');

  test.each([
    [[object('enum type', 'public.mood')], 'DROP TYPE mood'],
    [[table, column], 'ALTER TABLE users DROP COLUMN email'],
    [[composite, object('column', 'public.place.zip', {}, composite)], 'ALTER TYPE place DROP ATTRIBUTE zip'],
    [[table, primary], 'ALTER TABLE users DROP CONSTRAINT users_pkey'],
    [[table, object('trigger', 'public.users."T"', {}, table)], 'DROP TRIGGER "T" ON users'],
    [[matview], 'DROP MATERIALIZED VIEW sales."Per Day"'],
    [[matview, object('index', 'sales.i', {}, matview)], 'DROP INDEX sales.i'],
    [[table, primary, index], undefined],
    [[table, column, object('sequence', 'public.s', {}, column)], undefined],
    [[object('cast', 'a as b')], undefined],
  ] as const)('%j', (objects, expected) => {
    expect(undo(...objects)).toBe(expected);
  });
});
