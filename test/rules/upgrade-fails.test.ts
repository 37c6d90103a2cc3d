import '../support/sql.ts';
import { expect, test } from 'vitest';
import type { Plan } from '../../src/model/plan.ts';
import { facts, move, roundTrip, sqlFailure } from '../support/facts.ts';
import { id, revision } from '../support/graph.ts';
import { judgedBy } from './sent.ts';

const missing = sqlFailure('42P01', 'relation "users" does not exist');
const failing = (name: string) => ({
  revision: id(name),
  upgrade: move('upgrade', name, { failure: missing }),
});
const branches = facts([revision('a'), revision('b', ['a']), revision('c', ['a'])], {
  roundTrips: [roundTrip('a'), failing('b')],
  passedThrough: [failing('c').upgrade],
});

test('the first revision that fails may lack its base, and no later one', () => {
  const hasHint = (steps: Plan['steps']): Readonly<Record<string, boolean>> =>
    Object.fromEntries(
      judgedBy('upgrade-fails', { ...branches, plan: { ...branches.plan, steps } }).findings.map(
        ({ revision: of = '', help }) => [of, help.includes('--base-sql')],
      ),
    );
  const { steps } = branches.plan;
  expect(hasHint(steps)).toEqual({ b: true, c: false });
  expect(hasHint(steps.toReversed())).toEqual({ b: false, c: true });
});
