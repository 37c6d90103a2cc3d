import type { Group } from '../sample.ts';
import { addedColumns } from './added-columns.ts';
import { columns } from './columns.ts';
import { constraints } from './constraints.ts';
import { indexes } from './indexes.ts';
import { partitions } from './partitions.ts';
import { rowsAndTypes } from './rows.ts';
import { wholeTables } from './tables.ts';
import { types } from './types.ts';
import { views } from './views.ts';

/** Every statement that is measured. */
export const groups: readonly Group[] = [
  addedColumns,
  columns,
  types,
  constraints,
  indexes,
  wholeTables,
  partitions,
  views,
  rowsAndTypes,
];
