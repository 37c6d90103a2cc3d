import { trip } from '../../support/facts.ts';
import { revision } from '../../support/graph.ts';
import type { Cases } from '../case.ts';
import { ignoring } from '../pieces.ts';

const entry = {
  path: 'a.py',
  rules: ['no-such-thing-at-all'],
  reason: 'known',
  place: { file: 'migrate-check.yml', line: 4 },
};

export const cases: Cases = {
  bad: [
    {
      name: 'misspelt in a comment',
      facts: trip(ignoring('a', '[upgrade-fail] known'), {}),
      line: 13,
      says: ['names upgrade-fail, and there is no such rule', 'upgrade-fails is near'],
    },
    {
      name: 'nothing near, in the settings',
      facts: trip(revision('a'), {}),
      settings: { ignore: [entry] },
      line: 4,
      file: 'migrate-check.yml',
      says: ['names no-such-thing-at-all', 'write it as the finding has it'],
    },
  ],
  good: [{ name: 'a rule that there is', facts: trip(ignoring('a', '[upgrade-fails] known'), {}) }],
};
