import type { Relation } from '../../model/trace.ts';
import type { StatementSubject } from '../rule.ts';
import { spelled, spelledColumn, tripOf, wasThere } from './change.ts';
import { columnFact } from './columns.ts';

/** What a query can name after FROM, in the words of commands and of the catalog. */
export const readable: ReadonlySet<string> = new Set(['table', 'view', 'materialized view', 'foreign table']);

/** Whether something else has the name of a relation when the revision is done, such as a view in its place. */
export function isStillNamed(subject: StatementSubject, relation: Relation): boolean {
  const after = tripOf(subject)?.schema?.after ?? [];
  return after.some(({ kind, name }) => readable.has(kind) && name === spelled(relation));
}

/** Whether the table has a column of this name when the revision is done. */
export const hasStillColumn = (subject: StatementSubject, table: Relation, column: string): boolean =>
  columnFact(subject, 'after', [table, column], 'type') !== undefined;

/** Whether queries that are written by now can name it; an index and a sequence they cannot. */
export const isReadable = ({ kind }: Relation): boolean => !/index|sequence/.test(kind);

/** Whether a column was there before the change; where nobody could look, it was. */
export const wasColumn = (subject: StatementSubject, table: Relation, column: string): boolean =>
  wasThere(subject, 'column', spelledColumn(table, column)) ?? true;
