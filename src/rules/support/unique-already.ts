import type { Relation } from '../../model/trace.ts';
import type { StatementSubject } from '../rule.ts';
import { tripOf } from './change.ts';
import { indexOf } from './definitions.ts';
import { tableKey, tablesOf, textOf } from './tables.ts';

/**
 * Whether fewer of these columns, or the same, are unique by an index that was there before the revision: then no two
 * rows have the same values in all of them. An expression is undefined.
 */
export function isUniqueAlready(
  subject: StatementSubject,
  table: Relation,
  columns: readonly (string | undefined)[],
): boolean {
  const before = tablesOf(tripOf(subject)?.schema?.before ?? []).get(tableKey(table));
  return (before?.indexes ?? []).some((part) => {
    const old = indexOf(part);
    return (
      old?.unique === true &&
      !old.where &&
      textOf(part, 'valid') === 'yes' &&
      old.columns.every((column) => column !== undefined && columns.includes(column))
    );
  });
}
