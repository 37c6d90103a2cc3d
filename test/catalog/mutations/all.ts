import { columns } from './columns.ts';
import { constraints } from './constraints.ts';
import { database } from './database.ts';
import { indexes } from './indexes.ts';
import type { Mutation } from './mutation.ts';
import { routines } from './routines.ts';
import { sequences } from './sequences.ts';
import { tables } from './tables.ts';
import { triggersAndRules } from './triggers-and-rules.ts';
import { types } from './types.ts';
import { views } from './views.ts';

/** Every single change of the rich schema: at least one for each kind of object and each fact. */
export const mutations: readonly Mutation[] = [
  ...columns,
  ...constraints,
  ...indexes,
  ...tables,
  ...views,
  ...sequences,
  ...types,
  ...routines,
  ...triggersAndRules,
  ...database,
];
