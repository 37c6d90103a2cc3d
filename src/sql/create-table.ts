import type { CreateStmt, CreateTableAsStmt, Node, RangeVar, SelectStmt } from '@pgsql/types';
import { type Column, readColumn } from './column.ts';
import { type Constraint, readConstraint } from './constraint.ts';
import { kindOf, type ObjectKind } from './kind.ts';
import { type QualifiedName, relationName, relationsIn } from './name.ts';
import { nodesOf } from './nodes.ts';

interface Made {
  readonly table: QualifiedName;
  readonly ifNotExists: boolean;
  readonly temporary: boolean;
  readonly unlogged: boolean;
}
export interface CreateTable extends Made {
  readonly does: 'create table';
  readonly columns: readonly Column[];
  /** Those of the table and those written at its columns. */
  readonly constraints: readonly Constraint[];
  /** Tables whose columns it takes over by LIKE. */
  readonly like: readonly QualifiedName[];
  readonly inherits: readonly QualifiedName[];
  readonly partitionOf?: QualifiedName;
  readonly partitionedBy?: 'range' | 'list' | 'hash';
}
/** CREATE TABLE AS, CREATE MATERIALIZED VIEW, SELECT INTO */
export interface CreateTableAs extends Made {
  readonly does: 'create table as';
  readonly kind: ObjectKind;
  readonly query: Node;
}

const made = (relation: RangeVar | undefined, ifNotExists: boolean | undefined): Made => ({
  table: relationName(relation),
  ifNotExists: ifNotExists === true,
  temporary: relation?.relpersistence === 't',
  unlogged: relation?.relpersistence === 'u',
});

const strategies = {
  PARTITION_STRATEGY_RANGE: 'range',
  PARTITION_STRATEGY_LIST: 'list',
  PARTITION_STRATEGY_HASH: 'hash',
} as const;

export function createTable(node: CreateStmt): CreateTable {
  const parts = node.tableElts;
  const columns = nodesOf(parts, 'ColumnDef').map(readColumn);
  const above = relationsIn(node.inhRelations);
  const [parent] = node.partbound ? above : [];
  const strategy = node.partspec?.strategy;
  return {
    does: 'create table',
    ...made(node.relation, node.if_not_exists),
    columns,
    constraints: [
      ...columns.flatMap(({ constraints }) => constraints),
      ...nodesOf(parts, 'Constraint').flatMap((one) => readConstraint(one) ?? []),
    ],
    like: nodesOf(parts, 'TableLikeClause').map(({ relation }) => relationName(relation)),
    inherits: parent ? [] : above,
    ...(parent ? { partitionOf: parent } : {}),
    ...(strategy ? { partitionedBy: strategies[strategy] } : {}),
  };
}

export const createTableAs = ({ into, query, objtype, if_not_exists }: CreateTableAsStmt): CreateTableAs => ({
  does: 'create table as',
  ...made(into?.rel, if_not_exists),
  kind: kindOf(objtype),
  query: query ?? { SelectStmt: {} },
});

/** SELECT INTO; nothing where there is no INTO. */
export const selectInto = (node: SelectStmt): readonly CreateTableAs[] =>
  node.intoClause ? [createTableAs({ into: node.intoClause, query: { SelectStmt: node } })] : [];
