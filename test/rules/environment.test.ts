import { expect, test } from 'vitest';
import type { Remark } from '../../src/model/observation.ts';
import { isFaultOfEnvironment, unsafeTransaction } from '../../src/rules/support/environment.ts';
import { facts, failure } from '../support/facts.ts';
import { revision } from '../support/graph.ts';

const remark = (kind: Remark['kind']): Remark => ({ kind, text: 'seen' });
const seen = (...kinds: readonly Remark['kind'][]) => facts([], { remarks: kinds.map(remark) });
const blocked = revision('a', [], { source: 'with op.get_context().autocommit_block():' });
const lost = failure('not-applied', 'NotApplied', 'nothing was committed');
const asserted = failure('python', 'AssertionError', 'no transaction');

test('a transaction of env.py is one that is begun around or before the migrations', () => {
  expect(unsafeTransaction(seen('raw-cursor', 'begun-before'))?.kind).toBe('begun-before');
  expect(unsafeTransaction(seen('several-runs', 'own-transaction'))?.kind).toBe('own-transaction');
  expect(unsafeTransaction(seen('several-runs', 'ended-badly'))).toBeUndefined();
});

test.each([
  ['nothing is committed', lost, revision('a'), true],
  ['autocommit_block finds a stranger', asserted, blocked, true],
  ['an assertion of the migration fails', asserted, revision('a', [], { source: 'assert False' }), false],
  ['something else fails in a block', failure('sql', 'UndefinedTable', 'no such table'), blocked, false],
])('where %s', (_, failed, of, isItsFault) => {
  expect(isFaultOfEnvironment(failed, of, seen('own-transaction'))).toBe(isItsFault);
  expect(isFaultOfEnvironment(failed, of, seen('several-runs'))).toBe(false);
});
