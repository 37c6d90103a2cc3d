import { changed, isNew, move, sqlFailure, trip } from '../../support/facts.ts';
import { revision } from '../../support/graph.ts';
import type { Cases } from '../case.ts';
import { empty } from '../pieces.ts';

const a = revision('a', [], { downgrade: empty });
const label = move('upgrade', 'a', {
  failure: sqlFailure('42710', 'enum label "tired" already exists', {
    sql: "ALTER TYPE mood ADD VALUE 'tired'",
    place: { file: 'versions/a.py', line: 15 },
  }),
});

export const cases: Cases = {
  bad: [
    {
      name: 'a label that is added twice',
      facts: trip(a, {
        trace: [changed('enum type', 'mood', 'labels', 'ok', 'ok, tired', 'enum-label-kept')],
        reupgrade: label,
      }),
      line: 15,
      says: ['does not go again', `op.execute("ALTER TYPE mood ADD VALUE IF NOT EXISTS 'tired'")`],
    },
    {
      name: 'for a reason that the catalog does not show',
      facts: trip(revision('a'), {
        reupgrade: move('upgrade', 'a', { failure: sqlFailure('55000', 'sequence is used up') }),
      }),
      line: 14,
      says: ['sequence is used up', 'The catalog was as before'],
    },
  ],
  good: [
    {
      name: 'because of what the downgrade left',
      facts: trip(revision('a'), {
        trace: [isNew('table', 'tags')],
        reupgrade: move('upgrade', 'a', { failure: sqlFailure('42P07', 'relation "tags" already exists') }),
      }),
    },
  ],
};
