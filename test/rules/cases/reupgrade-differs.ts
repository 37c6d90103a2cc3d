import { changed, isNew, trip } from '../../support/facts.ts';
import { revision } from '../../support/graph.ts';
import type { Cases } from '../case.ts';

export const cases: Cases = {
  bad: [
    {
      name: 'another name each time',
      facts: trip(revision('a'), { drift: [isNew('index', 'ix_2')] }),
      line: 14,
      says: ['another catalog than the first', 'index ix_2 is new'],
    },
  ],
  good: [
    {
      name: 'another order of columns',
      facts: trip(revision('a'), {
        drift: [changed('table', 't', 'columns in order', 'a', 'b', 'column-order')],
      }),
    },
    {
      name: 'because of what the downgrade left',
      facts: trip(revision('a'), { trace: [isNew('index', 'ix_1')], drift: [isNew('index', 'ix_2')] }),
    },
  ],
};
