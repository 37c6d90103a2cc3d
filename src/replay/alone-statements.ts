import type { LockMode } from '../model/lock.ts';
import { type Action, actionsOf } from '../sql/action.ts';
import { type QualifiedName, relationName } from '../sql/name.ts';
import type { ParsedStatement, StatementKind } from '../sql/statement.ts';

/**
 * Kinds that PostgreSQL runs in no transaction block, or in nothing else, or that end one: callers of
 * PreventInTransactionBlock and RequireTransactionBlock in src/backend/, the latter because they are to fail as they
 * would. CALL and EXECUTE run what is not written here.
 */
const neverWrapped: ReadonlySet<StatementKind> = new Set([
  'AlterDatabaseStmt',
  'AlterSubscriptionStmt',
  'AlterSystemStmt',
  'CallStmt',
  'ClusterStmt',
  'CreateSubscriptionStmt',
  'CreateTableSpaceStmt',
  'CreatedbStmt',
  'DeclareCursorStmt',
  'DiscardStmt',
  'DropSubscriptionStmt',
  'DropTableSpaceStmt',
  'DropdbStmt',
  'ExecuteStmt',
  'LockStmt',
  'ReindexStmt',
  'TransactionStmt',
]);

/** A body that has none of these words ends no transaction. */
const endsTransactions = /\b(?:commit|rollback|call)\b/i;

/** Whether a statement that commits by itself does the same in a transaction of its own. */
export function mayBeWrapped(statement: ParsedStatement): boolean {
  if (neverWrapped.has(statement.kind)) return false;
  if (statement.kind === 'DoStmt') return !endsTransactions.test(statement.text);
  // SET LOCAL and SET TRANSACTION warn outside a transaction, and do nothing.
  if (statement.kind === 'VariableSetStmt')
    return statement.node.is_local !== true && statement.node.kind !== 'VAR_SET_MULTI';
  return !actionsOf(statement).some(
    (action) => action.does === 'vacuum' || ('concurrently' in action && action.concurrently === true),
  );
}

/** A lock that a session of ours can hold so that the statement has to wait for it, and shows what it holds meanwhile. */
export interface WaitPoint {
  readonly on: QualifiedName;
  /** An index cannot be locked: its table is. */
  readonly kind: 'table' | 'index';
  readonly mode: LockMode;
}

/** Where a statement can be made to wait; empty where nobody knows a place. */
export function waitPointsOf(statement: ParsedStatement): readonly WaitPoint[] {
  if (statement.kind !== 'ClusterStmt') return actionsOf(statement).flatMap(waitPoints);
  const { relation } = statement.node;
  return relation ? [table(relationName(relation), 'ROW EXCLUSIVE')] : [];
}

const table = (on: QualifiedName, mode: LockMode): WaitPoint => ({ on, kind: 'table', mode });
const tableOfIndex = (on: QualifiedName): WaitPoint => ({ on, kind: 'index', mode: 'ROW EXCLUSIVE' });

function waitPoints(action: Action): readonly WaitPoint[] {
  switch (action.does) {
    // Waits for everybody who writes to the table, after it has taken its own lock (WaitForLockers).
    case 'create index':
      return [table(action.table, 'ROW EXCLUSIVE')];
    case 'reindex':
      if (!action.name || !['table', 'index'].includes(action.of)) return [];
      return [action.of === 'table' ? table(action.name, 'ROW EXCLUSIVE') : tableOfIndex(action.name)];
    case 'drop':
      return action.kind === 'index' ? [tableOfIndex(action.name)] : [];
    // First for everybody on the parent, then, in a second transaction, for its strongest lock on the partition.
    case 'detach partition':
      return [table(action.table, 'ROW EXCLUSIVE'), table(action.partition, 'ACCESS SHARE')];
    // Waits for nobody but those who have the same lock.
    case 'vacuum':
      return action.tables.map((name) => table(name, 'SHARE UPDATE EXCLUSIVE'));
    default:
      return [];
  }
}
