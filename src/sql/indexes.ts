import type { DefElem, IndexElem, IndexStmt, Node, ReindexStmt } from '@pgsql/types';
import { type QualifiedName, relationName } from './name.ts';
import { nodesOf } from './nodes.ts';

export interface CreateIndex {
  readonly does: 'create index';
  readonly table: QualifiedName;
  /** Absent where the server has to make one up. */
  readonly name?: string;
  readonly method: string;
  readonly unique: boolean;
  readonly concurrently: boolean;
  readonly ifNotExists: boolean;
  /** ON ONLY: not on the partitions. */
  readonly only: boolean;
  /** In its order; undefined for an expression. */
  readonly columns: readonly (string | undefined)[];
  readonly included: readonly string[];
  /** Of a partial index. */
  readonly where?: Node;
}
export interface Reindex {
  readonly does: 'reindex';
  readonly of: 'index' | 'table' | 'schema' | 'system' | 'database';
  readonly name?: QualifiedName;
  readonly concurrently: boolean;
}

const elements = (nodes: readonly Node[] | undefined): readonly IndexElem[] => nodesOf(nodes, 'IndexElem');

export function createIndex(node: IndexStmt): CreateIndex {
  return {
    does: 'create index',
    table: relationName(node.relation),
    ...(node.idxname === undefined ? {} : { name: node.idxname }),
    method: node.accessMethod ?? 'btree',
    unique: node.unique === true,
    concurrently: node.concurrent === true,
    ifNotExists: node.if_not_exists === true,
    only: node.relation?.inh !== true,
    columns: elements(node.indexParams).map(({ name }) => name),
    included: elements(node.indexIncludingParams).flatMap(({ name }) => name ?? []),
    ...(node.whereClause ? { where: node.whereClause } : {}),
  };
}

const reindexed = {
  REINDEX_OBJECT_INDEX: 'index',
  REINDEX_OBJECT_TABLE: 'table',
  REINDEX_OBJECT_SCHEMA: 'schema',
  REINDEX_OBJECT_SYSTEM: 'system',
  REINDEX_OBJECT_DATABASE: 'database',
} as const;

export const reindex = ({ kind, relation, name, params }: ReindexStmt): Reindex => ({
  does: 'reindex',
  of: reindexed[kind ?? 'REINDEX_OBJECT_INDEX'],
  ...(relation ? { name: relationName(relation) } : {}),
  ...(name === undefined ? {} : { name: { name } }),
  concurrently: isOn(params, 'concurrently'),
});

/** Whether an option in parentheses is on: (CONCURRENTLY), (CONCURRENTLY true), but not (CONCURRENTLY off). */
export function isOn(options: readonly Node[] | undefined, name: string): boolean {
  const option = nodesOf(options, 'DefElem').findLast(({ defname }) => defname === name);
  return option !== undefined && !['false', 'off', '0'].includes(spelled(option));
}

function spelled({ arg }: DefElem): string {
  if (!arg) return 'true';
  if ('String' in arg) return (arg.String.sval ?? '').toLowerCase();
  if ('Integer' in arg) return String(arg.Integer.ival ?? 0);
  return 'Boolean' in arg ? String(arg.Boolean.boolval ?? false) : 'true';
}
