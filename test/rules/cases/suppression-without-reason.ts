import { trip } from '../../support/facts.ts';
import { revision } from '../../support/graph.ts';
import type { Cases } from '../case.ts';
import { ignoring } from '../pieces.ts';

const entry = {
  path: 'a.py',
  rules: ['upgrade-fails'],
  reason: '',
  place: { file: 'migrate-check.yml', line: 4 },
};

export const cases: Cases = {
  bad: [
    {
      name: 'a comment',
      facts: trip(ignoring('a', '[upgrade-fails]'), {}),
      line: 13,
      says: ['ignore[upgrade-fails]" gives no reason, and so it lets nothing pass', 'behind the brackets'],
    },
    {
      name: 'signs are no reason',
      facts: trip(ignoring('a', '[upgrade-fails] -- ...'), {}),
      line: 13,
      says: ['gives no reason'],
    },
    {
      name: 'an entry of the settings',
      facts: trip(revision('a'), {}),
      settings: { ignore: [entry] },
      line: 4,
      file: 'migrate-check.yml',
      says: ['The entry of ignore for upgrade-fails in a.py gives no reason', 'add reason: to the entry'],
    },
  ],
  good: [
    { name: 'a comment with its reason', facts: trip(ignoring('a', '[upgrade-fails]: it is known'), {}) },
    {
      name: 'an entry with its reason',
      facts: trip(revision('a'), {}),
      settings: { ignore: [{ ...entry, reason: 'it is known' }] },
    },
  ],
};
