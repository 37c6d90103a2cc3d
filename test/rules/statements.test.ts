import '../support/sql.ts';
import { expect, test } from 'vitest';
import type { Facts } from '../../src/model/report.ts';
import type { Relation } from '../../src/model/trace.ts';
import { facts, move, roundTrip } from '../support/facts.ts';
import { revision } from '../support/graph.ts';
import { factsOf, sent, subjectsOf, table, upgrading } from './sent.ts';

const lock = (relation: Relation) => ({ locks: [{ relation, mode: 'ACCESS EXCLUSIVE' as const }] });
const create = sent('CREATE TABLE carts (id int)', lock(table('carts', { existed: false })));
const alter = sent('ALTER TABLE carts ADD note text', { transaction: 2, ...lock(table('carts')) });

test('before a statement come those of its transaction; of one that nobody saw, none', () => {
  const [one, two, three] = [
    sent('SELECT 1', {}),
    sent('SELECT 2', {}),
    sent('SELECT 3', { transaction: 2 }),
  ];
  const blind = sent('SELECT 4');
  const subjects = subjectsOf(factsOf(upgrading([one, blind, three, two, blind])));
  expect(subjects.map(({ earlier }) => earlier)).toEqual([[], [], [], [one], []]);
});

test('what the revision has made is not old after it, and is before it', () => {
  const [first, second] = subjectsOf(factsOf(upgrading([create, alter])));
  expect(second?.isOld(table('carts'))).toBe(false);
  expect(second?.isOld(table('orders'))).toBe(true);
  expect(second?.isOld(table('orders', { existed: false }))).toBe(false);
  expect(first?.isOld(table('carts'))).toBe(true);
});

test('what an earlier revision has made is old for the next one, unless both are one change', () => {
  const trips = [['a', create] as const, ['b', alter] as const].map(([name, statement]) =>
    roundTrip(name, { upgrade: move('upgrade', name, { statements: [statement] }) }),
  );
  const from = facts([revision('a'), revision('b', ['a'])], { roundTrips: trips });
  const inScope = (scope: Facts['plan']['scope']): boolean | undefined =>
    subjectsOf({ ...from, plan: { ...from.plan, scope } })
      .at(-1)
      ?.isOld(table('carts'));
  expect(inScope('all')).toBe(true);
  expect(inScope('changed')).toBe(false);
});
