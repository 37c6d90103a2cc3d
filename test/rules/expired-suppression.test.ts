import '../support/sql.ts';
import { expect, test } from 'vitest';
import type { Facts } from '../../src/model/report.ts';
import { judge } from '../../src/rules/judge.ts';
import { facts, move, roundTrip, sqlFailure } from '../support/facts.ts';
import { revision } from '../support/graph.ts';

const failed = { upgrade: move('upgrade', 'a', { failure: sqlFailure('42601', 'syntax error') }) };
const absent = revision('a', [], { downgrade: { shape: 'absent' } });

const both: Facts = facts([absent, revision('b', ['a'])], {
  roundTrips: [
    roundTrip('a', { downgrade: move('downgrade', 'a', { failure: sqlFailure('1', 'no') }) }),
    { ...roundTrip('b'), ...failed, revision: 'b' as never },
  ],
});

function expired(from: Facts, ...rules: readonly string[]) {
  const entry = { path: 'versions/*.py', rules, reason: 'known', until: '2027-01-31' };
  const { findings } = judge(from, { failOn: 'error', rules: {}, ignore: [entry], today: '2027-02-01' });
  return findings.filter(({ rule }) => rule === 'expired-suppression');
}

test('rules that report again are named, and it is worse than an entry that nothing needs', () => {
  expect(expired(both, 'upgrade-fails', 'several-heads')).toMatchObject([
    { severity: 'error', message: expect.stringContaining(': upgrade-fails is reported again') },
  ]);
  expect(expired(both, 'upgrade-fails', 'missing-downgrade')).toMatchObject([
    {
      severity: 'error',
      message: expect.stringContaining('upgrade-fails and missing-downgrade are reported'),
    },
  ]);
  expect(expired(both, 'several-heads')).toMatchObject([{ severity: 'warning' }]);
});

test('what to do is said for either', () => {
  const helps = ['upgrade-fails', 'several-heads'].map((rule) => expired(both, rule)[0]?.help);
  expect(helps[0]).toContain('another day');
  expect(helps[1]).not.toContain('another day');
});
