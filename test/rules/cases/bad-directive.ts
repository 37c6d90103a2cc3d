import { isNew, trip } from '../../support/facts.ts';
import type { Cases } from '../case.ts';
import { irreversible } from '../pieces.ts';

const left = { effect: [isNew('table', 'tags')], trace: [isNew('table', 'tags')] };

export const cases: Cases = {
  bad: [
    {
      name: 'without the reason',
      facts: trip(irreversible('a', ''), left),
      line: 20,
      says: ['a is declared irreversible without the reason', '# migrate-check: irreversible <reason>'],
    },
    {
      name: 'misspelt',
      facts: trip(irreversible('a', 'gone', 'ireversable'), left),
      line: 20,
      says: ['ireversable is not a word', 'irreversible is near'],
    },
    {
      name: 'not known',
      facts: trip(irreversible('a', '', 'ignore'), {}),
      line: 20,
      says: ['ignore is not a word', 'It knows: irreversible'],
    },
  ],
  good: [{ name: 'a known word with a reason', facts: trip(irreversible('a', 'gone'), left) }],
};
