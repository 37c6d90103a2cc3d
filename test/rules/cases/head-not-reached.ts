import { facts, isNew } from '../../support/facts.ts';
import { id, revision } from '../../support/graph.ts';
import type { Cases } from '../case.ts';

const a = revision('a');
const rehearsal = {
  from: 'new',
  moves: 1,
  milliseconds: 9,
  expectedHeads: [id('a')],
  foundHeads: ['a'],
  differences: [],
  output: { text: '', omitted: 0 },
} as const;

export const cases: Cases = {
  bad: [
    {
      name: 'the version table is empty',
      facts: facts([a], { rehearsal: { ...rehearsal, foundHeads: [] } }),
      file: 'shop/alembic.ini',
      line: 1,
      says: ['does not find a in the version table: it holds nothing', 'with context.begin_transaction()'],
    },
    {
      name: 'the catalog is another',
      facts: facts([a], { rehearsal: { ...rehearsal, differences: [isNew('table', 't')] } }),
      file: 'shop/alembic.ini',
      line: 1,
      says: [
        'another catalog than the revisions one by one: 1 difference.\nA part of the work was not committed',
        'table t is new',
      ],
    },
    {
      name: 'another head is there',
      facts: facts([a], { rehearsal: { ...rehearsal, foundHeads: ['z', 'y'] } }),
      file: 'shop/alembic.ini',
      line: 1,
      says: [
        'it holds z and y.',
        "inside Alembic's own transaction:\n    with context.begin_transaction():\n        context.run_migrations()",
      ],
    },
  ],
  good: [{ name: 'everything is there', facts: facts([a], { rehearsal }) }],
};
