import type { A_Expr, Node } from '@pgsql/types';
import type { Relation } from '../../model/trace.ts';
import { under } from '../../sql/walk.ts';
import type { Write } from '../../sql/writes.ts';
import type { StatementSubject } from '../rule.ts';
import { actionsIn } from './actions.ts';
import { type NotChecked, seen } from './seen.ts';
import { oldTable, scanOf } from './traced.ts';
import { workUnderLock } from './under-lock.ts';

/** An UPDATE or DELETE of a table that was there before. */
export interface RowsChanged {
  readonly does: 'update' | 'delete';
  readonly table: Relation;
  readonly columns: readonly string[];
}

/** Those that have no condition and so meet every row; where a table is locked as well, that is another rule's affair. */
export function unfiltered(subject: StatementSubject, notChecked: NotChecked): readonly RowsChanged[] {
  if (workUnderLock(subject)) return [];
  return actionsIn(subject, 'update', 'delete').flatMap((write) =>
    write.filtered ? [] : ofOld(subject, write, notChecked),
  );
}

/**
 * The one whose condition picks out no rows by a constant, has no limit, and for which all of the table was read; where
 * a table is locked as well, that is another rule's affair.
 */
export function unbounded(subject: StatementSubject, notChecked: NotChecked): RowsChanged | undefined {
  const { command } = subject;
  if (command.kind !== 'UpdateStmt' && command.kind !== 'DeleteStmt') return undefined;
  const { whereClause } = command.node;
  if (!whereClause || picks(whereClause) || hasLimit(command.node) || workUnderLock(subject))
    return undefined;
  const trace = seen(subject, command.kind === 'UpdateStmt' ? 'UPDATE' : 'DELETE', ['scanned'], notChecked);
  if (!trace) return undefined;
  return actionsIn(subject, 'update', 'delete')
    .flatMap((write) => ofOld(subject, write, notChecked))
    .find(({ table }) => scanOf(trace, table));
}

function ofOld(
  subject: StatementSubject,
  { does, table: written, columns }: Write,
  notChecked: NotChecked,
): readonly RowsChanged[] {
  const table = oldTable(subject, written, notChecked);
  return table && (does === 'update' || does === 'delete') ? [{ does, table, columns }] : [];
}

const hasLimit = (tree: unknown): boolean => !under(tree, 'limitCount').next().done;

/** Whether rows must equal something that is written down: `WHERE name = 'admin' AND ...`. */
function picks(condition: Node): boolean {
  if ('BoolExpr' in condition) {
    const { boolop, args = [] } = condition.BoolExpr;
    return boolop === 'AND_EXPR' && args.some(picks);
  }
  return 'A_Expr' in condition && equalsConstant(condition.A_Expr);
}

function equalsConstant({ kind, name, lexpr, rexpr }: A_Expr): boolean {
  const [operator] = name ?? [];
  const equals = operator && 'String' in operator && operator.String.sval === '=';
  if (!equals || (kind !== 'AEXPR_OP' && kind !== 'AEXPR_IN' && kind !== 'AEXPR_OP_ANY')) return false;
  return [lexpr, rexpr].some((side) => side && isConstant(side));
}

function isConstant(node: Node): boolean {
  if ('TypeCast' in node) return node.TypeCast.arg !== undefined && isConstant(node.TypeCast.arg);
  if ('List' in node) return (node.List.items ?? []).every(isConstant);
  if ('A_ArrayExpr' in node) return (node.A_ArrayExpr.elements ?? []).every(isConstant);
  return 'A_Const' in node || 'ParamRef' in node;
}
