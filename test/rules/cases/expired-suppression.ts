import { move, sqlFailure, trip } from '../../support/facts.ts';
import { revision } from '../../support/graph.ts';
import type { Cases } from '../case.ts';

const entry = {
  path: 'a.py',
  rules: ['upgrade-fails'],
  reason: 'known',
  until: '2027-01-31',
  place: { file: 'migrate-check.yml', line: 4 },
};
const failing = { upgrade: move('upgrade', 'a', { failure: sqlFailure('42601', 'syntax error') }) };

export const cases: Cases = {
  bad: [
    {
      name: 'nothing is left to let pass',
      facts: trip(revision('a'), {}),
      settings: { ignore: [entry], today: '2027-02-01' },
      line: 4,
      file: 'migrate-check.yml',
      severity: 'warning',
      says: ['The entry of ignore for upgrade-fails in a.py held until 2027-01-31', 'there is nothing left'],
    },
  ],
  good: [
    {
      name: 'its last day',
      facts: trip(revision('a'), failing),
      settings: { ignore: [entry], today: '2027-01-31' },
    },
    {
      name: 'nobody says what day it is',
      facts: trip(revision('a'), failing),
      settings: { ignore: [entry] },
    },
  ],
};
