import type { RoundTripSubject, Where } from '../rule.ts';
import { type Part, type Table, textOf } from './tables.ts';
import { doing, doneAt, isNamed, touchedTables } from './touched.ts';

/** A column that an upgrade made and that is still there when the last revision in scope is done. */
export interface MadeColumn {
  readonly table: Table;
  readonly column: Part;
  /** As format_type() spells it. */
  readonly type: string;
  /** As people write it. */
  readonly shown: string;
  readonly where: () => Where;
}

export function madeColumns(subject: RoundTripSubject): readonly MadeColumn[] {
  return touchedTables(subject).flatMap(({ before, after, last }) =>
    after.columns
      .filter(({ name }) => !has(before, name) && has(last, name))
      .map((column) => ({
        table: after,
        column,
        type: textOf(column, 'type') ?? '',
        shown: `${after.shown}.${column.name}`,
        where: () => ({
          ...madeAt(subject, after, column),
          about: `${after.shown}.${column.name}`,
          table: after,
        }),
      })),
  );
}

const has = (table: Table | undefined, name: string): boolean =>
  table?.columns.some((column) => column.name === name) ?? false;

const madeAt = (subject: RoundTripSubject, table: Table, { name }: Part): ReturnType<typeof doneAt> =>
  doneAt(
    subject,
    doing(
      (action) => action.does === 'add column' && isNamed(table, action.table) && action.column.name === name,
    ),
    doing((action) => action.does === 'create table' && isNamed(table, action.table)),
  );
