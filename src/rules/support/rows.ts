import type { Move, Statement } from '../../model/observation.ts';
import type { Relation, Written } from '../../model/trace.ts';
import { commandsOf } from '../../sql/commands.ts';
import type { Write } from '../../sql/writes.ts';
import { actionsIn } from './actions.ts';
import { hasSeenLocks, isRefused } from './seen.ts';
import { isCalled, isSame } from './traced.ts';

/** Rows that a move wrote in a table that was there before it. */
export interface RowsOf {
  readonly table: Relation;
  readonly inserted: number;
  readonly updated: number;
  readonly deleted: number;
  /** Its commands that write to the table, whether or not they met a row. */
  readonly writes: readonly Write[];
  /** Sent the last of them. */
  readonly statement: Statement;
}

/** By table, in the order in which they were first written to. */
export function rowsOf({ statements }: Move): readonly RowsOf[] {
  const all: RowsOf[] = [];
  for (const statement of statements) {
    for (const one of ofStatement(statement)) {
      const at = all.findIndex(({ table }) => isSame(table, one.table));
      const before = all[at];
      if (before) all[at] = together(before, one);
      else all.push(one);
    }
  }
  return all;
}

/** What the commands of a move write, of these kinds. */
export const writesIn = ({ statements }: Move, ...does: readonly Write['does'][]): readonly Write[] =>
  statements.flatMap(({ sql }) => writesOf(sql)).filter((write) => does.includes(write.does));

/** Those of them whose rows nobody has counted. What was refused has written none. */
export const unseenWrites = (move: Move, ...does: readonly Write['does'][]): readonly Write[] =>
  writesIn({ ...move, statements: move.statements.filter((one) => isUncounted(one, move)) }, ...does);

const isUncounted = (statement: Statement, move: Move): boolean =>
  (!hasSeenLocks(statement) || statement.trace?.unseen.includes('written') === true) &&
  !isRefused({ statement, move });

const writesOf = (sql: string): readonly Write[] =>
  commandsOf(sql).flatMap((command) => actionsIn({ command }, 'insert', 'update', 'delete', 'merge'));

function ofStatement(statement: Statement): readonly RowsOf[] {
  const { trace, sql } = statement;
  if (!trace) return [];
  const writes = writesOf(sql);
  const tables = trace.locks.map(({ relation }) => relation).filter((table) => table.existed);
  const known = [...tables, ...trace.written.map(({ relation }) => relation)].filter(
    (table, at, others) => table.existed && others.findIndex((other) => isSame(table, other)) === at,
  );
  return known.flatMap((table) => {
    const own = writes.filter((write) => isCalled(table, write.table));
    const counted = trace.written.find(({ relation }) => isSame(relation, table));
    return own.length > 0 || counted ? [{ ...(counted ?? none(table)), table, writes: own, statement }] : [];
  });
}

const none = (relation: Relation): Written => ({ relation, inserted: 0, updated: 0, deleted: 0 });

const together = (one: RowsOf, other: RowsOf): RowsOf => ({
  table: one.table,
  inserted: one.inserted + other.inserted,
  updated: one.updated + other.updated,
  deleted: one.deleted + other.deleted,
  writes: [...one.writes, ...other.writes],
  statement: other.statement,
});
