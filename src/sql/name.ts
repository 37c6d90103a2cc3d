import type { Node, RangeVar, TypeName } from '@pgsql/types';
import { nodeOf, nodesOf } from './nodes.ts';

/**
 * The name of an object as the server knows it: folded to lower case where it was not quoted, cut at 63 bytes, both by
 * PostgreSQL's own scanner. The schema is absent where the search path decides.
 */
export interface QualifiedName {
  readonly schema?: string;
  readonly name: string;
}

export const relationName = ({ schemaname, relname = '' }: RangeVar = {}): QualifiedName => ({
  ...(schemaname === undefined ? {} : { schema: schemaname }),
  name: relname,
});

/** Of a list of relations. */
export const relationsIn = (nodes: readonly Node[] | undefined): readonly QualifiedName[] =>
  nodesOf(nodes, 'RangeVar').map((relation) => relationName(relation));

/** The texts of a list of names; what is none is left out. */
export const texts = (nodes: readonly Node[] | undefined): readonly string[] =>
  nodesOf(nodes, 'String').map(({ sval = '' }) => sval);

/** Of a dotted name such as DROP TABLE and CREATE TYPE hold; a database in front is left out. */
export function dottedName(parts: readonly string[]): QualifiedName {
  const [name = '', schema] = parts.toReversed();
  return { ...(schema === undefined ? {} : { schema }), name };
}

/** What an object is called in a DROP, a RENAME or a COMMENT, whichever way its kind is held there. */
export function objectParts(node: Node | undefined): readonly string[] {
  return texts(
    nodeOf(node, 'List')?.items ??
      nodeOf(node, 'TypeName')?.names ??
      nodeOf(node, 'ObjectWithArgs')?.objname ??
      (node && [node]),
  );
}

/** A type as it is written. */
export interface TypeReference extends QualifiedName {
  /** Within the brackets, as in varchar(20) and numeric(10, 2). */
  readonly modifiers: readonly number[];
  readonly array: boolean;
}

/** PostgreSQL's own types have their internal names and no schema: int4, varchar, bpchar, timestamptz, bool. */
export function typeReference({ names, typmods, arrayBounds }: TypeName): TypeReference {
  const { schema, name } = dottedName(texts(names));
  return {
    ...(schema === undefined || schema === 'pg_catalog' ? {} : { schema }),
    name,
    modifiers: nodesOf(typmods, 'A_Const').flatMap(({ ival }) => (ival ? (ival.ival ?? 0) : [])),
    array: arrayBounds !== undefined,
  };
}
