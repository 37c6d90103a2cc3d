import type { Node } from '@pgsql/types';
import { texts } from './name.ts';
import { nodeOf } from './nodes.ts';
import { parseSql } from './parse.ts';
import type { ParsedStatement } from './statement.ts';
import { under } from './walk.ts';

/**
 * Whether a text does no more than drivers and SQLAlchemy do by themselves to keep a session in order: begin and end
 * transactions, ask the system's catalogs for types, set how values are written. False for what cannot be read.
 */
export function isHousekeeping(sql: string): boolean {
  const { statements, errors } = parseSql(sql);
  return errors.length === 0 && statements.every(keepsHouse);
}

function keepsHouse(statement: ParsedStatement): boolean {
  switch (statement.kind) {
    case 'ClosePortalStmt':
    case 'DeallocateStmt':
    case 'DiscardStmt':
    case 'FetchStmt':
    case 'UnlistenStmt':
    case 'VariableShowStmt':
      return true;
    case 'TransactionStmt':
      return !/PREPARE/.test(statement.node.kind ?? '');
    case 'VariableSetStmt':
      return statement.node.kind === 'VAR_RESET_ALL' || written.has(statement.node.name?.toLowerCase() ?? '');
    case 'SelectStmt':
      return asksOnlyTheSystem(statement.node);
    default:
      return false;
  }
}

/** How values are written, what plans cost, and how transactions begin: what drivers set of their own accord. */
const written: ReadonlySet<string> = new Set([
  'bytea_output',
  'client_encoding',
  'datestyle',
  'default_transaction_deferrable',
  'default_transaction_isolation',
  'default_transaction_read_only',
  'extra_float_digits',
  'intervalstyle',
  'jit',
  'session characteristics',
  'transaction',
]);

/** Functions that tell something, or let go of what only the session has. */
const telling =
  /^(?:array_agg|coalesce|col_description|count|current_\w+|format_type|generate_(?:series|subscripts)|json_build_object|max|min|obj_description|pg_advisory_unlock_all|pg_backend_pid|pg_get_\w+|pg_\w+_is_visible|to_reg\w+|unnest|version)$/;

function asksOnlyTheSystem(select: object): boolean {
  const own = new Set([...named(select, 'CommonTableExpr')].map(({ ctename }) => ctename));
  return (
    [...named(select, 'RangeVar')].every(
      ({ schemaname, relname = '' }) => ofSystem.test(schemaname ?? relname) || own.has(relname),
    ) &&
    [...named(select, 'FuncCall')].every(({ funcname, args }) => tells(texts(funcname), args)) &&
    ['InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt', 'intoClause', 'LockingClause'].every(
      (kind) => under(select, kind).next().done,
    )
  );
}

const ofSystem = /^(?:pg_|information_schema$)/;

/** Of whatever schema: what hides one of PostgreSQL's own is told like it. */
function tells(name: readonly string[], args: readonly Node[] | undefined): boolean {
  const [schema] = name.length > 1 ? name : ['pg_catalog'];
  const last = name.at(-1) ?? '';
  if (schema !== 'pg_catalog') return false;
  return telling.test(last) || (last === 'set_config' && written.has(constant(args?.[0])));
}

function constant(node: Node | undefined): string {
  return nodeOf(node, 'A_Const')?.sval?.sval ?? '';
}

interface Named {
  readonly ctename?: string;
  readonly schemaname?: string;
  readonly relname?: string;
  readonly funcname?: Node[];
  readonly args?: Node[];
}

const named = (tree: object, kind: string): Iterable<Named> => under(tree, kind) as Iterable<Named>;
