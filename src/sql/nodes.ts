import type { Node } from '@pgsql/types';

/** What PostgreSQL's own source calls a node of a tree: RangeVar, ColumnDef, A_Const, ... */
export type NodeKind = Node extends infer N ? (N extends unknown ? keyof N : never) : never;

/** What a node of a kind holds. */
export type NodeNamed<K extends PropertyKey> = Node extends infer N
  ? N extends Record<K, infer V>
    ? V
    : never
  : never;

/** What a node holds if it is of the kind; undefined where it is of another one, or there is none. */
export const nodeOf = <K extends NodeKind>(node: Node | undefined, kind: K): NodeNamed<K> | undefined =>
  (node as { readonly [P in K]?: NodeNamed<P> } | undefined)?.[kind];

/** What those nodes of a list hold that are of the kind; no list is an empty one. */
export const nodesOf = <K extends NodeKind>(
  nodes: readonly Node[] | undefined,
  kind: K,
): readonly NodeNamed<K>[] => (nodes ?? []).flatMap((node) => nodeOf(node, kind) ?? []);
