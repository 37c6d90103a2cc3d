import type { DeleteStmt, InsertStmt, MergeStmt, Node, TruncateStmt, UpdateStmt } from '@pgsql/types';
import { type QualifiedName, relationName, relationsIn } from './name.ts';
import { nodeOf, nodesOf } from './nodes.ts';
import { under } from './walk.ts';

/** Rows of one table that are written. */
export interface Write {
  readonly does: 'insert' | 'update' | 'delete' | 'merge';
  readonly table: QualifiedName;
  /** The columns that get a value, as far as they are named. */
  readonly columns: readonly string[];
  /** Whether it has a condition: an UPDATE or DELETE without one meets every row. */
  readonly filtered: boolean;
  /** INSERT ... VALUES: how many rows there are; absent where a query decides. */
  readonly rows?: number;
}
export interface Truncate {
  readonly does: 'truncate';
  readonly table: QualifiedName;
  readonly cascade: boolean;
}

/** TRUNCATE a, b as two. */
export const truncates = ({ relations, behavior }: TruncateStmt): readonly Truncate[] =>
  relationsIn(relations).map((table) => ({ does: 'truncate', table, cascade: behavior === 'DROP_CASCADE' }));

/** Everything that a statement writes, that in its WITH included. */
export function writesIn(tree: Node): readonly Write[] {
  return [
    ...all<InsertStmt>(tree, 'InsertStmt').map(insert),
    ...all<UpdateStmt>(tree, 'UpdateStmt').map(update),
    ...all<DeleteStmt>(tree, 'DeleteStmt').map(remove),
    ...all<MergeStmt>(tree, 'MergeStmt').map(merge),
  ];
}

const all = <T>(tree: Node, name: string): readonly T[] => [...under(tree, name)] as T[];

const assigned = (nodes: readonly Node[] | undefined): readonly string[] =>
  nodesOf(nodes, 'ResTarget').flatMap(({ name }) => name ?? []);

function insert({ relation, cols, selectStmt }: InsertStmt): Write {
  // DEFAULT VALUES has no source at all.
  const rows = selectStmt ? nodeOf(selectStmt, 'SelectStmt')?.valuesLists?.length : 1;
  return {
    does: 'insert',
    table: relationName(relation),
    columns: assigned(cols),
    filtered: false,
    ...(rows === undefined ? {} : { rows }),
  };
}

const update = ({ relation, targetList, whereClause }: UpdateStmt): Write => ({
  does: 'update',
  table: relationName(relation),
  columns: assigned(targetList),
  filtered: whereClause !== undefined,
});

const remove = ({ relation, whereClause }: DeleteStmt): Write => ({
  does: 'delete',
  table: relationName(relation),
  columns: [],
  filtered: whereClause !== undefined,
});

const merge = ({ relation }: MergeStmt): Write => ({
  does: 'merge',
  table: relationName(relation),
  columns: [],
  filtered: true,
});
