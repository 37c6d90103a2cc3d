import type { StatementSubject } from '../rule.ts';
import type { AddConstraint } from './added-constraint.ts';
import { tripOf } from './change.ts';
import { indexOf } from './definitions.ts';
import { type Table, tablesOf, textOf } from './tables.ts';
import { isNamed } from './touched.ts';

/** The columns of a constraint or of its index that may be NULL before the upgrade. */
export function nullableColumns(
  subject: StatementSubject,
  { table, constraint }: AddConstraint,
): readonly string[] {
  const before = tablesOf(tripOf(subject)?.schema?.before ?? []);
  const old = [...before.values()].find((one) => isNamed(one, table));
  if (!old) return [];
  const columns =
    constraint.usingIndex === undefined ? constraint.columns : columnsOf(old, constraint.usingIndex);
  return columns.filter((column) => mayBeNull(old, column));
}

const columnsOf = ({ indexes }: Table, name: string): readonly string[] => {
  const index = indexes.find((part) => part.name === name);
  return (index && indexOf(index)?.columns.filter((column) => column !== undefined)) ?? [];
};

const mayBeNull = ({ columns }: Table, name: string): boolean =>
  columns.some((column) => column.name === name && textOf(column, 'nullable') === 'yes');
