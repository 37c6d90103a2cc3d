import { expect, test } from 'vitest';
import type { Facts } from '../../src/model/report.ts';
import { wasThere } from '../../src/rules/support/change.ts';
import { changed, facts, isNew, roundTrip } from '../support/facts.ts';
import { revision } from '../support/graph.ts';
import { thing } from './sent.ts';

const [a, b, c] = [revision('a'), revision('b', ['a']), revision('c', ['b'])];
const orders = thing('table', 'orders');
const seen = { before: [orders], after: [] };

function change(scope: Facts['plan']['scope'], effect: Parameters<typeof roundTrip>[1]): Facts {
  const from = facts([a, b], { roundTrips: [roundTrip('a', effect), roundTrip('b', { schema: seen })] });
  return { ...from, plan: { ...from.plan, scope } };
}
const made = { effect: [changed('table', 'users', 'comment', null, 'all'), isNew('table', 'orders')] };

test('what an earlier revision of the same change has made was not there before the change', () => {
  expect(wasThere({ revision: b, facts: change('changed', made) }, 'table', 'orders')).toBe(false);
  expect(wasThere({ revision: b, facts: change('all', made) }, 'table', 'orders')).toBe(true);
});

test('what it has changed was there, and so was what nobody else touched', () => {
  const touched = { effect: [changed('table', 'orders', 'comment', null, 'all')] };
  expect(wasThere({ revision: b, facts: change('changed', touched) }, 'table', 'orders')).toBe(true);
  const unknown = change('changed', { effect: undefined } as never);
  expect(wasThere({ revision: b, facts: unknown }, 'table', 'orders')).toBe(true);
});

test('what a later revision makes again was there before it', () => {
  const roundTrips = [roundTrip('a', { schema: seen }), roundTrip('b', made), roundTrip('c')];
  const from = facts([a, b, c], { roundTrips });
  const inChange: Facts = { ...from, plan: { ...from.plan, scope: 'changed' } };
  expect(wasThere({ revision: a, facts: inChange }, 'table', 'orders')).toBe(true);
});

test('another kind or name was not there, and of a revision that failed nobody knows', () => {
  const from = change('all', made);
  expect(wasThere({ revision: b, facts: from }, 'view', 'orders')).toBe(false);
  expect(wasThere({ revision: b, facts: from }, 'table', 'carts')).toBe(false);
  expect(wasThere({ revision: a, facts: from }, 'table', 'orders')).toBeUndefined();
});
