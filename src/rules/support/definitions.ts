import type { IndexStmt, Node } from '@pgsql/types';
import { actionsOf } from '../../sql/action.ts';
import { commandsOf } from '../../sql/commands.ts';
import type { Constraint } from '../../sql/constraint.ts';
import { type CreateIndex, createIndex } from '../../sql/indexes.ts';
import { texts } from '../../sql/name.ts';
import { under } from '../../sql/walk.ts';
import { type Part, type Table, textOf } from './tables.ts';

/** What the catalog prints of a constraint, read by the grammar that wrote it. */
export function constraintOf(part: Part): Constraint | undefined {
  const [command] = commandsOf(`ALTER TABLE t ADD CONSTRAINT c ${textOf(part, 'definition') ?? ''}`);
  const [action] = command ? actionsOf(command) : [];
  return action?.does === 'add constraint' ? action.constraint : undefined;
}

/** The constraint of a table that has a name. */
export function constraintNamed({ constraints }: Table, name: string): Constraint | undefined {
  const part = constraints.find((one) => one.name === name);
  return part && constraintOf(part);
}

/** The same of an index. `tree` has what no other word is for: operator classes, collations and orders. */
export function indexOf(part: Part): (CreateIndex & { readonly tree: IndexStmt }) | undefined {
  const [command] = commandsOf(textOf(part, 'definition') ?? '');
  return command?.kind === 'IndexStmt' ? { ...createIndex(command.node), tree: command.node } : undefined;
}

/** The columns that an expression names. */
const columnsIn = (tree: Node | undefined): readonly string[] =>
  [...under(tree, 'ColumnRef')].flatMap((reference) =>
    texts((reference as { readonly fields?: readonly Node[] }).fields).slice(-1),
  );

/** Every column that an index has to do with: those of its key, its expressions, INCLUDE and WHERE. */
export function indexColumns(part: Part): readonly string[] {
  const index = indexOf(part);
  if (!index) return [];
  const { columns, included, tree, where } = index;
  const expressions = (tree.indexParams ?? []).flatMap(columnsIn);
  return [...columns.filter((name) => name !== undefined), ...included, ...expressions, ...columnsIn(where)];
}

/** Every column that a constraint has to do with. */
export function constraintColumns(part: Part): readonly string[] {
  const constraint = constraintOf(part);
  return constraint ? [...constraint.columns, ...columnsIn(constraint.expression)] : [];
}

/** Whether rows can be found by these columns, in whatever order: they are the first ones of a whole, valid index. */
export function isFoundBy(part: Part, columns: readonly string[]): boolean {
  const index = indexOf(part);
  if (!index || index.where || textOf(part, 'valid') === 'no' || index.method === 'brin') return false;
  const leading = index.columns.slice(0, columns.length);
  return columns.every((column) => leading.includes(column));
}
