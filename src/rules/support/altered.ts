import type { Relation, Trace } from '../../model/trace.ts';
import type { ActionOf } from '../../sql/action.ts';
import type { TableChange } from '../../sql/alter-table.ts';
import type { Messages, StatementSubject, Tell } from '../rule.ts';
import { actionsIn } from './actions.ts';
import { isSame, oldTable, scanOf, shownRelation, wasRewritten } from './traced.ts';

type Says = Pick<Tell<Messages>, 'notChecked'>;
type Unseen = Trace['unseen'][number];

/** A change of a table that was there before, and what PostgreSQL did for it. */
export interface Altered<D extends TableChange['does']> {
  readonly change: ActionOf<D>;
  readonly table: Relation;
  readonly trace: Trace;
}

/** The changes of one kind that a command makes to old tables; where nobody could see what a verdict needs, it says so. */
export function alteredTables<D extends TableChange['does']>(
  subject: StatementSubject,
  { notChecked }: Says,
  does: D,
  needs: readonly Unseen[] = [],
): readonly Altered<D>[] {
  const changes: readonly ActionOf<TableChange['does']>[] = actionsIn(subject, does);
  const [first] = changes;
  const { trace } = subject.statement;
  if (!first) return [];
  if (!trace || trace.unseen.some((what) => what === 'locks' || needs.includes(what))) {
    notChecked(`what PostgreSQL did to alter ${first.table.name} was not seen`);
    return [];
  }
  return changes.flatMap((change) => {
    const table = oldTable(subject, change.table);
    return table ? [{ change: change as ActionOf<D>, table, trace }] : [];
  });
}

/** Rows are in the partitions, which have a trace of their own. */
const isPartitioned = ({ kind }: Relation): boolean => kind === 'partitioned table';

/** Whether all rows of a table were stored anew. */
export const storedAnew = (trace: Trace, table: Relation): boolean =>
  wasRewritten(trace, table) ||
  (isPartitioned(table) && trace.rewritten.some(({ kind }) => kind === 'table'));

/** Whether a table was read from end to end. */
export const wasRead = (trace: Trace, table: Relation): boolean =>
  scanOf(trace, table) !== undefined || (isPartitioned(table) && trace.scanned.length > 0);

/** The indexes of a table that were built anew. */
export const rebuilt = (trace: Trace, table: Relation): readonly Relation[] =>
  trace.rewritten.filter(
    ({ schema, of }) =>
      of !== undefined && (isPartitioned(table) || isSame({ ...table, schema, name: of }, table)),
  );

/** As people write it: `orders.state`, `sales.orders.state`. */
export const shownColumn = (table: Relation, column: string): string => `${shownRelation(table)}.${column}`;
