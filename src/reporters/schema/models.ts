import { z } from 'zod';
import { list, optional, place, text } from './values.ts';

const difference = z
  .object({
    kind: z.enum([
      'table',
      'column',
      'type',
      'nullable',
      'default',
      'comment',
      'index',
      'unique',
      'foreign-key',
      'check',
      'labels',
    ]),
    schema: text,
    table: text,
    column: optional(text),
    only: optional(z.enum(['models', 'database'])),
    words: text,
  })
  .meta({ id: 'ModelDifference' });

/** The models of the project against the migrated database. */
export const comparedModels = z.object({ place, differences: list(difference) });
