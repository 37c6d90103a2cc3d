import { type Action, actionsOf } from '../../sql/action.ts';
import type { Column } from '../../sql/column.ts';
import type { Constraint } from '../../sql/constraint.ts';
import type { CreateTable } from '../../sql/create-table.ts';
import type { QualifiedName } from '../../sql/name.ts';
import type { ParsedStatement } from '../../sql/parse.ts';
import { call } from './calls.ts';
import { isPlain } from './index-call.ts';
import { saType } from './sa-types.ts';
import { py } from './text.ts';

/**
 * The call of Alembic's that does exactly what a command does; undefined where there is none, or where it would lose
 * something: a default, IF EXISTS, CASCADE, a second change.
 */
export function asOperation(command: ParsedStatement): string | undefined {
  const [action, ...more] = actionsOf(command);
  if (!action || more.length > 0 || isConditional(action)) return undefined;
  if (action.does === 'create index')
    return isPlain(action, command.text) && action.name !== undefined && !action.only && !action.concurrently
      ? call('create_index', [action.name, action.table.name, action.columns.map((one) => one ?? '')], {
          schema: action.table.schema,
          unique: action.unique || undefined,
        })
      : undefined;
  if (action.does === 'create table') return createTable(action);
  if (action.does === 'drop') return drop(action);
  if (action.does === 'rename') return rename(action);
  return 'only' in action && action.kind === 'table' && !action.only ? change(action) : undefined;
}

const isConditional = (action: Action): boolean =>
  ('ifExists' in action && action.ifExists) ||
  ('ifNotExists' in action && action.ifNotExists) ||
  ('cascade' in action && action.cascade);

function drop({ kind, name, concurrently }: Extract<Action, { does: 'drop' }>): string | undefined {
  const operation = { table: 'drop_table', index: 'drop_index' }[kind as string];
  return operation && !concurrently ? call(operation, [name.name], { schema: name.schema }) : undefined;
}

function rename({ kind, table, name, to }: Extract<Action, { does: 'rename' }>): string | undefined {
  if (kind === 'table') return call('rename_table', [name.name, to], { schema: name.schema });
  return kind === 'column' && table
    ? call('alter_column', [table.name, name.name], { schema: table.schema, new_column_name: to })
    : undefined;
}

/** One command of an ALTER TABLE. */
function change(action: Extract<Action, { only: boolean; kind: string }>): string | undefined {
  const { name, schema } = action.table;
  const alter = (column: string, named: string): string =>
    withRaw(call('alter_column', [name, column], { schema }), named);
  switch (action.does) {
    case 'add column':
      return addColumn(action.table, action.column);
    case 'drop column':
      return call('drop_column', [name, action.column], { schema });
    case 'drop constraint':
      return call('drop_constraint', [action.name, name], { schema });
    case 'set not null':
      return alter(action.column, 'nullable=False');
    case 'drop not null':
      return alter(action.column, 'nullable=True');
    case 'drop default':
      return alter(action.column, 'server_default=None');
    default:
      return undefined;
  }
}

/** With an argument that is no string. */
const withRaw = (line: string, argument: string): string => line.replace(/\)$/, `, ${argument})`);

function addColumn({ name, schema }: QualifiedName, column: Column): string | undefined {
  const made = columnCall(column);
  const where = schema === undefined ? '' : `, schema=${py(schema)}`;
  return made && `op.add_column(${py(name)}, ${made}${where})`;
}

function createTable(action: CreateTable): string | undefined {
  const { table, columns, constraints, like, inherits, partitionOf, partitionedBy, temporary, unlogged } =
    action;
  const atColumns = columns.flatMap((column) => column.constraints);
  const special = temporary || unlogged || partitionOf !== undefined || partitionedBy !== undefined;
  const more = like.length + inherits.length + (constraints.length - atColumns.length);
  const calls = columns.flatMap((column) => columnCall(column, true) ?? []);
  if (special || more > 0 || calls.length < columns.length) return undefined;
  const schema = table.schema === undefined ? [] : [`schema=${py(table.schema)}`];
  return `op.create_table(${[py(table.name), ...calls, ...schema].join(', ')})`;
}

/** With nothing but a type, NOT NULL and, where a table is made with it, a primary key of its own. */
function columnCall(column: Column, ofTable = false): string | undefined {
  const { name, type, notNull, constraints } = column;
  const known = type && saType(type);
  const isKey = constraints.some(({ type: kind }) => kind === 'primary key');
  const isKnown = ({ type: kind, name: own }: Constraint): boolean =>
    own === undefined && (kind === 'not null' || (kind === 'primary key' && ofTable));
  if (known === undefined || hasMore(column) || !constraints.every(isKnown)) return undefined;
  const rest = isKey ? ', primary_key=True' : notNull ? ', nullable=False' : '';
  return `sa.Column(${py(name)}, ${known}${rest})`;
}

const hasMore = (column: Column): boolean =>
  column.serial ||
  column.default !== undefined ||
  column.identity !== undefined ||
  column.generated !== undefined ||
  column.collation !== undefined;
