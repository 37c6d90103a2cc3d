import type { IndexStmt } from '@pgsql/types';
import { indexOf } from './definitions.ts';
import { type Part, textOf } from './tables.ts';

/**
 * Whether everything that one index does another one does as well: the same rows, its columns with their operator
 * classes and orders first, and uniqueness where it has any. Only btree finds by the first columns alone.
 */
export function covers(other: Part, index: Part): boolean {
  const [wide, narrow] = [indexOf(other), indexOf(index)];
  if (!wide || !narrow || textOf(other, 'valid') === 'no' || wide.method !== narrow.method) return false;
  if (shape(wide.where) !== shape(narrow.where)) return false;
  const [all, first] = [keysOf(wide.tree), keysOf(narrow.tree)];
  const isSame = all.length === first.length;
  if (!isSame && (narrow.unique || wide.method !== 'btree')) return false;
  if (narrow.unique && !(wide.unique && wide.tree.nulls_not_distinct === narrow.tree.nulls_not_distinct))
    return false;
  const found = [...wide.columns, ...wide.included];
  return (
    first.every((key, at) => key === all[at]) && narrow.included.every((column) => found.includes(column))
  );
}

/** A tree without the places in the text that it was read from. */
const shape = (tree: unknown): string =>
  JSON.stringify(tree ?? null, (key, value) => (key === 'location' ? undefined : value));

const keysOf = ({ indexParams }: IndexStmt): readonly string[] => (indexParams ?? []).map(shape);

/** Whether two indexes have as many columns and expressions to find by. */
export const hasAsManyKeys = (one: Part, other: Part): boolean =>
  indexOf(one)?.columns.length === indexOf(other)?.columns.length;
