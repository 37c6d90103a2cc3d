import type { Reliance } from '../../../src/model/revision.ts';
import { facts } from '../../support/facts.ts';
import { revision } from '../../support/graph.ts';
import type { Cases } from '../case.ts';

const place = { file: 'versions/a.py', line: 4 };
const relies = (on: Reliance['on'], name: string, ...parts: readonly string[]) =>
  facts([revision('a', [], { reliances: [{ on, name, parts, place }] })]);

export const cases: Cases = {
  bad: [
    {
      name: 'a model',
      facts: relies('application', 'shop.models', 'User', 'Team'),
      line: 4,
      says: ['imports User and Team from shop.models, which is code of the application', 'sa.table("users"'],
    },
    {
      name: 'one of many models',
      facts: relies('application', 'shop.models.user'),
      line: 4,
      says: ['imports shop.models.user,'],
    },
    {
      name: 'settings',
      facts: relies('application', 'app_settings', 'PLAN'),
      line: 4,
      says: ['PLAN from app_settings', 'the value as it is today'],
    },
    {
      name: 'a type weighs less',
      facts: relies('application', 'shop.types', 'Money'),
      line: 4,
      severity: 'notice',
      says: ['Money from shop.types'],
    },
    {
      name: 'models is only a part of the word',
      facts: relies('application', 'shop.remodelsx'),
      line: 4,
      severity: 'notice',
      says: ['shop.remodelsx'],
    },
    {
      name: 'the environment',
      facts: relies('environment', 'os.environ'),
      line: 4,
      severity: 'notice',
      says: ['depends on os.environ', 'Write the value into the revision'],
    },
  ],
  good: [
    { name: 'nothing', facts: facts([revision('a', [], { reliances: [] })]) },
    {
      name: 'a question to the database is the affair of another rule',
      facts: relies('schema', 'has_table'),
    },
    { name: 'nobody has looked', facts: facts([revision('a')]) },
  ],
};
