import type { Relation, Trace } from '../../model/trace.ts';
import type { ActionOf } from '../../sql/action.ts';
import type { TableChange } from '../../sql/alter-table.ts';
import type { Messages, StatementSubject, Tell } from '../rule.ts';
import { actionsIn } from './actions.ts';
import { isRefused } from './seen.ts';
import { oldTable, scanOf, shownRelation } from './traced.ts';

type Says = Pick<Tell<Messages>, 'notChecked'>;
type Unseen = Trace['unseen'][number];

/** A change of a table that was there before, and what PostgreSQL did for it. */
export interface Altered<D extends TableChange['does']> {
  readonly change: ActionOf<D>;
  readonly table: Relation;
  readonly trace: Trace;
}

interface Wanted<D extends TableChange['does']> {
  /** What a verdict needs to see beside the locks. */
  readonly needs?: readonly Unseen[];
  /** Which changes can be meant at all, by their text alone; all of them unless said. */
  readonly only?: (change: ActionOf<D>) => boolean;
}

/** The changes of one kind that a command makes to old tables; where nobody could see what a verdict needs, it says so. */
export function alteredTables<D extends TableChange['does']>(
  subject: StatementSubject,
  { notChecked }: Says,
  does: D,
  { needs = [], only = () => true }: Wanted<D> = {},
): readonly Altered<D>[] {
  const all: readonly ActionOf<TableChange['does']>[] = actionsIn(subject, does);
  const changes = (all as readonly (ActionOf<D> & ActionOf<TableChange['does']>)[]).filter(only);
  const [first] = changes;
  const { trace } = subject.statement;
  if (!first) return [];
  if (!trace || trace.unseen.some((what) => what === 'locks' || needs.includes(what))) {
    if (!isRefused(subject)) notChecked(`what PostgreSQL did to alter ${first.table.name} was not seen`);
    return [];
  }
  return changes.flatMap((change) => {
    const table = oldTable(subject, change.table, notChecked);
    return table ? [{ change, table, trace }] : [];
  });
}

/** Whether all rows were stored anew: those of the table, or of its partitions. ALTER TABLE does so to no other. */
export const storedAnew = ({ rewritten }: Trace): boolean => rewritten.some(({ kind }) => kind === 'table');

/** The indexes that were built anew, of the table or of its partitions. */
export const rebuilt = ({ rewritten }: Trace): readonly Relation[] =>
  rewritten.filter(({ of }) => of !== undefined);

/** Whether the table, or the partitions that hold its rows, was read from end to end. */
export const wasRead = (trace: Trace, table: Relation): boolean =>
  scanOf(trace, table) !== undefined || (table.kind === 'partitioned table' && trace.scanned.length > 0);

/** As people write it: `orders.state`, `sales.orders.state`. */
export const shownColumn = (table: Relation, column: string): string => `${shownRelation(table)}.${column}`;
