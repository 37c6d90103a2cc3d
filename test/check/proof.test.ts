import { expect, test } from 'vitest';
import type { Judged } from '../../src/check/judging.ts';
import { holds } from '../../src/check/proof.ts';
import type { Finding, RuleId } from '../../src/model/finding.ts';
import type { Observations } from '../../src/model/observation.ts';
import { findingOf } from '../reporters/support/documents.ts';
import { facts, failure, move, roundTrip } from '../support/facts.ts';
import { id, revision } from '../support/graph.ts';

const fault = findingOf('enum-left-behind', { fingerprint: 'fault' });
const other = findingOf('drop-table', { fingerprint: 'other' });
const b = revision('b', ['a']);
const candidate = {
  finding: fault,
  proposal: { file: b.place.file, startLine: 1, endLine: 1, before: [''], after: ['#'] },
};

const judged = (findings: readonly Finding[], seen: Partial<Observations> = {}): Judged => ({
  facts: facts([revision('a'), b], { roundTrips: [roundTrip('a'), roundTrip('b')], ...seen }),
  judgement: { findings, coverage: [], rules: [], verdict: 'passed', edits: new Map() },
});
const failing = roundTrip('b', {
  downgrade: move('downgrade', 'b', { failure: failure('sql', 'UndefinedTable', 'no') }),
});
const suppressed = { by: 'comment', reason: 'so it is' } as const;

test('an edit holds that ends its finding, and leaves the others as they are', () => {
  expect(holds(candidate, judged([fault, other]), judged([other]))).toBe(true);
});

test.each<[string, Judged, Judged]>([
  ['the finding is there still', judged([fault]), judged([fault])],
  ['another has come', judged([fault]), judged([other])],
  ['another has come once more', judged([fault, other]), judged([other, other])],
  ['one that was let pass counts now', judged([fault, { ...other, suppressed }]), judged([other])],
  ['a move fails', judged([fault]), judged([], { roundTrips: [roundTrip('a'), failing] })],
  [
    'an upgrade that is only passed through fails',
    judged([fault]),
    judged([], { passedThrough: [move('upgrade', 'a', { failure: failure('sql', 'E', 'no') })] }),
  ],
  [
    'something is not looked at any more',
    judged([fault]),
    judged([], { notObserved: [{ what: 'chain', why: 'so it is' }] }),
  ],
  ['the revision takes no round trip', judged([fault]), judged([], { roundTrips: [roundTrip('a')] })],
])('it does not where %s', (_, before, after) => {
  expect(holds(candidate, before, after)).toBe(false);
});

test('what failed, or was not looked at, or was let pass before may be so still', () => {
  const seen = {
    roundTrips: [roundTrip('a'), failing],
    notObserved: [{ what: 'reupgrade', revision: id('b'), why: 'the downgrade fails' }],
  } as const;
  const passed = { ...other, suppressed };
  expect(holds(candidate, judged([fault, passed], seen), judged([passed], seen))).toBe(true);
});

test('where nothing was walked before, nothing was looked at', () => {
  const before = judged([fault], { roundTrips: [] });
  const unwalked = { ...before, facts: { ...before.facts, plan: { ...before.facts.plan, steps: [] } } };
  const after = judged([], { notObserved: [{ what: 'models', why: 'there are none' }] });
  expect(holds(candidate, unwalked, after)).toBe(true);
  expect(holds(candidate, before, after)).toBe(false);
});

test('what a finding has hidden may be seen after it, of the rules that are named', () => {
  const hiding = { ...candidate, proposal: { ...candidate.proposal, hides: ['drop-table'] } };
  expect(holds(hiding, judged([fault]), judged([other]))).toBe(true);
  expect(holds(hiding, judged([fault]), judged([{ ...other, rule: 'drop-view' as RuleId }]))).toBe(false);
});

test('a file that is no revision is not walked', () => {
  const elsewhere = { ...candidate, proposal: { ...candidate.proposal, file: 'db/helpers.py' } };
  expect(holds(elsewhere, judged([fault]), judged([]))).toBe(false);
});
