import { isNew, trip } from '../../support/facts.ts';
import type { Cases } from '../case.ts';
import { ignoring, irreversible } from '../pieces.ts';

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
      says: ['ireversable is not a word', 'irreversible is near', '# migrate-check: irreversible <reason>'],
    },
    {
      name: 'not known',
      facts: trip(irreversible('a', '', 'skip'), {}),
      line: 20,
      says: ['skip is not a word', 'It knows: irreversible, ignore'],
    },
    {
      name: 'ignore, misspelt',
      facts: trip(irreversible('a', '[upgrade-fails] so', 'ignores'), {}),
      line: 20,
      says: ['ignores is not a word', 'ignore is near', '# migrate-check: ignore[rule] <reason>'],
    },
    {
      name: 'lets something pass, and says not what',
      facts: trip(ignoring('a', 'nobody reads it'), {}),
      line: 13,
      says: ['names no rule', '# migrate-check: ignore[rule] <reason>'],
    },
    {
      name: 'names nothing in its brackets',
      facts: trip(ignoring('a', '[ , ] nobody reads it'), {}),
      line: 13,
      says: ['names no rule'],
    },
    {
      name: 'stands where nothing is',
      facts: trip(ignoring('a', '[upgrade-fails] so', 'nothing'), {}),
      line: 13,
      says: ['is about nothing', 'above the first statement'],
    },
  ],
  good: [
    { name: 'a known word with a reason', facts: trip(irreversible('a', 'gone'), left) },
    { name: 'a rule with a reason', facts: trip(ignoring('a', '[upgrade-fails] so'), {}) },
    { name: 'a reason that another rule misses', facts: trip(ignoring('a', '[upgrade-fails]'), {}) },
  ],
};
