import { expect, test } from 'vitest';
import type { SchemaObject } from '../../src/model/schema-object.ts';
import { finalObject, finalTables } from '../../src/rules/support/final.ts';
import { facts, roundTrip } from '../support/facts.ts';
import { revision } from '../support/graph.ts';
import { thing } from './sent.ts';

type Sides = readonly [before: readonly SchemaObject[], after: readonly SchemaObject[]];

const history = (...each: readonly Sides[]) =>
  facts([revision('a')], {
    roundTrips: each.map(([before, after]) => roundTrip('a', { schema: { before, after } })),
  });
const view = (definition: string) => thing('view', 'v', { definition });
const orders = thing('table', 'orders');

test('a thing is as the last revision that touches it leaves it', () => {
  const of = (...each: readonly Sides[]) => finalObject(history(...each), 'view', 'v')?.facts['definition'];
  expect(
    of(
      [[], [view('one')]],
      [
        [orders, view('one')],
        [orders, view('two')],
      ],
    ),
  ).toBe('two');
  expect(of([[], [view('one')]], [[orders], [orders]])).toBe('one');
  expect(of([[], [view('one')]], [[], [thing('view', 'w')]])).toBe('one');
  expect(of([[], [view('one')]], [[orders, view('one')], [orders]])).toBeUndefined();
  expect(of([[], [thing('table', 'v', { definition: 'none' })]])).toBeUndefined();
  expect(of()).toBeUndefined();
});

test('a table that is gone at last is not among the tables', () => {
  const names = (...each: readonly Sides[]) =>
    [...finalTables(history(...each)).values()].map(({ shown }) => shown);
  expect(names([[], [orders]], [[], [thing('table', 'app.carts')]])).toEqual(['orders', 'app.carts']);
  expect(names([[], [orders]], [[orders], [thing('table', 'sales')]])).toEqual(['sales']);
});

test('a revision of which nobody knows what it touched changes nothing', () => {
  const known = history([[], [orders]]);
  const [first] = known.observations.roundTrips;
  const more = facts([revision('a')], { roundTrips: [first ?? roundTrip('a'), roundTrip('a')] });
  expect(finalTables(more).size).toBe(1);
  expect(finalObject(more, 'table', 'orders')).toBe(orders);
});
