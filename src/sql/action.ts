import { type TableChange, tableChanges } from './alter-table.ts';
import {
  type CreateTable,
  type CreateTableAs,
  createTable,
  createTableAs,
  selectInto,
} from './create-table.ts';
import { type Drop, drops } from './drop.ts';
import { type AddLabel, alterEnum, type CreateEnum, createEnum, type RenameLabel } from './enums.ts';
import { type CreateIndex, createIndex, type Reindex, reindex } from './indexes.ts';
import { type Rename, rename, type SetSchema, setSchema } from './rename.ts';
import {
  type CreateFunction,
  type CreateTrigger,
  createFunction,
  createTrigger,
  type Refresh,
  refresh,
  type Vacuum,
  vacuum,
} from './routines.ts';
import { type Lock, locks, type SetSetting, setting, type Transaction, transaction } from './session.ts';
import type { ParsedStatement, StatementKind } from './statement.ts';
import { type Truncate, truncates, type Write, writesIn } from './writes.ts';

/** One thing that a statement does, flat and in plain words; `does` says which. */
export type Action =
  | TableChange
  | CreateTable
  | CreateTableAs
  | CreateIndex
  | Reindex
  | Drop
  | Rename
  | SetSchema
  | CreateEnum
  | AddLabel
  | RenameLabel
  | CreateFunction
  | CreateTrigger
  | Refresh
  | Vacuum
  | Truncate
  | Lock
  | SetSetting
  | Transaction
  | Write;

/** The action of one name, or of some. */
export type ActionOf<D extends Action['does']> = D extends unknown ? Doing<Action, D> : never;
type Doing<A extends Action, D> = A extends unknown
  ? D extends A['does']
    ? A & { readonly does: D }
    : never
  : never;

/**
 * What a statement does, in its order: ALTER TABLE with three commands does three things. Empty for statements that
 * nobody has a word for yet; `node` has all of them.
 */
export function actionsOf(statement: ParsedStatement): readonly Action[] {
  const actions = known.get(statement) ?? readActions(statement);
  known.set(statement, actions);
  return actions;
}

/** Every rule asks for those of every statement. */
const known = new WeakMap<ParsedStatement, readonly Action[]>();

function readActions({ kind, node }: ParsedStatement): readonly Action[] {
  const read = readers[kind] as ((node: ParsedStatement['node']) => readonly Action[]) | undefined;
  return read?.(node) ?? [];
}

const one =
  <N>(read: (node: N) => Action) =>
  (node: N): readonly Action[] => [read(node)];

type Readers = {
  readonly [K in StatementKind]?: (node: Extract<ParsedStatement, { kind: K }>['node']) => readonly Action[];
};

const readers: Readers = {
  AlterTableStmt: tableChanges,
  CreateStmt: one(createTable),
  CreateTableAsStmt: (node) => [createTableAs(node), ...writesIn({ CreateTableAsStmt: node })],
  IndexStmt: one(createIndex),
  ReindexStmt: one(reindex),
  DropStmt: drops,
  RenameStmt: one(rename),
  AlterObjectSchemaStmt: one(setSchema),
  CreateEnumStmt: one(createEnum),
  AlterEnumStmt: one(alterEnum),
  CreateFunctionStmt: one(createFunction),
  CreateTrigStmt: one(createTrigger),
  RefreshMatViewStmt: one(refresh),
  VacuumStmt: one(vacuum),
  TruncateStmt: truncates,
  LockStmt: locks,
  VariableSetStmt: one(setting),
  TransactionStmt: one(transaction),
  InsertStmt: (node) => writesIn({ InsertStmt: node }),
  UpdateStmt: (node) => writesIn({ UpdateStmt: node }),
  DeleteStmt: (node) => writesIn({ DeleteStmt: node }),
  MergeStmt: (node) => writesIn({ MergeStmt: node }),
  SelectStmt: (node) => [...selectInto(node), ...writesIn({ SelectStmt: node })],
};
