import type { Relation } from '../../model/trace.ts';
import type { StatementSubject } from '../rule.ts';
import { tripOf } from './change.ts';
import { type Table, tableKey, tablesOf, textOf } from './tables.ts';

type When = 'before' | 'after';

/** A table as it was before the revision of a statement, or after it; undefined where nobody could look. */
export function tableAt(subject: StatementSubject, when: When, table: Relation): Table | undefined {
  const schema = tripOf(subject)?.schema;
  return schema && tablesOf(schema[when]).get(tableKey(table));
}

/** What the catalog knew of a column then, such as its `type`. */
export function columnFact(
  subject: StatementSubject,
  when: When,
  [table, column]: readonly [Relation, string],
  fact: string,
): string | undefined {
  const found = tableAt(subject, when, table)?.columns.find(({ name }) => name === column);
  return found && textOf(found, fact);
}
