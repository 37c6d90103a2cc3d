import { changed, isNew, move, sqlFailure, trip } from '../../support/facts.ts';
import { revision } from '../../support/graph.ts';
import type { Cases } from '../case.ts';
import { irreversible } from '../pieces.ts';

const mood = isNew('enum type', 'mood', 'DROP TYPE mood');
const exists = move('upgrade', 'a', {
  failure: sqlFailure('42710', 'type "mood" already exists', { error: 'DuplicateObject' }),
});

export const cases: Cases = {
  bad: [
    {
      name: 'and the next upgrade fails',
      facts: trip(revision('a'), { trace: [mood], reupgrade: exists }),
      line: 19,
      says: [
        'leaves the enum type mood behind, and the next upgrade fails',
        'op.execute("DROP TYPE mood")',
        'type "mood" already exists',
      ],
    },
    {
      name: 'and the next upgrade bears it',
      facts: trip(revision('a'), { trace: [mood, isNew('enum type', 'app.size', 'DROP TYPE app.size')] }),
      line: 19,
      says: ['enum types mood and app.size', 'DROP TYPE app.size'],
    },
  ],
  good: [
    {
      name: 'a label that stays',
      facts: trip(revision('a'), {
        trace: [changed('enum type', 'mood', 'labels', 'a', 'a, b', 'enum-label-kept')],
      }),
    },
    {
      name: 'declared irreversible',
      facts: trip(irreversible('a', 'kept'), { trace: [mood], reupgrade: exists }),
    },
  ],
};
