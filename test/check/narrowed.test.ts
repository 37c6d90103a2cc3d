import { expect, test } from 'vitest';
import { narrowed } from '../../src/check/narrowed.ts';
import { makePlan } from '../../src/replay/plan.ts';
import { graph, revision } from '../support/graph.ts';

const three = graph(revision('a'), revision('b', ['a']), revision('c', ['b']));

test('of a whole history only the edited revision takes the round trip', () => {
  const plan = makePlan({ graph: three, startAt: [] });
  const kinds = narrowed(plan, three, 'versions/b.py').steps.map(({ kind }) => kind);
  expect(kinds).toEqual(['upgrade', 'round-trip', 'upgrade', 'chain', 'rehearsal']);
});

test('a change is walked as it was', () => {
  const changedFiles = new Set(['versions/b.py', 'versions/c.py']);
  const plan = makePlan({ graph: three, startAt: [], changedFiles });
  expect(narrowed(plan, three, 'versions/b.py')).toBe(plan);
});
