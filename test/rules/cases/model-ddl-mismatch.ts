import type { ComparedModels, ModelDifference } from '../../../src/model/models.ts';
import type { Facts } from '../../../src/model/report.ts';
import { facts } from '../../support/facts.ts';
import { revision } from '../../support/graph.ts';
import type { Cases } from '../case.ts';

const compared = (differences: readonly ModelDifference[], more: Partial<Facts> = {}): Facts => {
  const models: ComparedModels = { place: { file: 'shop/env.py', line: 7 }, differences };
  return facts([revision('a')], { models }, more);
};
const column: ModelDifference = {
  kind: 'column',
  schema: 'public',
  table: 'orders',
  column: 'note',
  only: 'models',
  words: 'column note is in the models and not in the database',
};
const nullable: ModelDifference = {
  kind: 'nullable',
  schema: 'public',
  table: 'orders',
  column: 'total',
  words: 'column total is nullable in the database and not in the models',
};
const table = (only: 'models' | 'database'): ModelDifference => ({
  kind: 'table',
  schema: 'shop',
  table: 'customers',
  only,
  words: `table customers is in the ${only}`,
});
const plan = facts([revision('a')]).plan;

export const cases: Cases = {
  bad: [
    {
      name: 'all of a table is one finding',
      facts: compared([column, nullable]),
      file: 'shop/env.py',
      line: 7,
      says: [
        'table orders differs from its model in 2 points',
        column.words,
        nullable.words,
        '--autogenerate',
      ],
    },
    {
      name: 'a table that no revision creates',
      facts: compared([table('models')]),
      file: 'shop/env.py',
      line: 7,
      says: ['The models have a table shop.customers, and no revision creates it'],
    },
    {
      name: 'a table without a model',
      facts: compared([table('database')]),
      file: 'shop/env.py',
      line: 7,
      says: [
        'env.py does not import its model, or it was dropped from the models without a migration',
        'Ensure your model is imported in the models __init__.py file',
      ],
    },
    {
      name: 'a base file is no excuse for a table that only the models have',
      facts: compared([table('models')], { plan: { ...plan, baseSql: 'base.sql' } }),
      file: 'shop/env.py',
      line: 7,
      says: ['no revision creates it'],
    },
  ],
  good: [
    { name: 'nothing differs', facts: compared([]) },
    { name: 'nobody could compare', facts: facts([revision('a')]) },
    {
      name: 'a table that the base file may have brought',
      facts: compared([table('database')], { plan: { ...plan, baseSql: 'base.sql' } }),
    },
  ],
};
