import type { Node, RangeVar, TypeName } from '@pgsql/types';

/**
 * The name of an object as the server knows it: folded to lower case where it was not quoted, cut at 63 bytes, both by
 * PostgreSQL's own scanner. The schema is absent where the search path decides.
 */
export interface QualifiedName {
  readonly schema?: string;
  readonly name: string;
}

export const relationName = ({ schemaname, relname = '' }: RangeVar): QualifiedName => ({
  ...(schemaname === undefined ? {} : { schema: schemaname }),
  name: relname,
});

/** The texts of a list of names; what is none is left out. */
export const texts = (nodes: readonly Node[] | undefined): readonly string[] =>
  (nodes ?? []).flatMap((node) => ('String' in node ? [node.String.sval ?? ''] : []));

/** Of a dotted name such as DROP TABLE and CREATE TYPE hold; a database in front is left out. */
export function dottedName(parts: readonly string[]): QualifiedName {
  const [name = '', schema] = parts.toReversed();
  return { ...(schema === undefined ? {} : { schema }), name };
}

/** What an object is called in a DROP, a RENAME or a COMMENT, whichever way its kind is held there. */
export function objectParts(node: Node | undefined): readonly string[] {
  if (!node) return [];
  if ('String' in node) return texts([node]);
  if ('List' in node) return texts(node.List.items);
  if ('TypeName' in node) return texts(node.TypeName.names);
  return 'ObjectWithArgs' in node ? texts(node.ObjectWithArgs.objname) : [];
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
    modifiers: (typmods ?? []).flatMap((node) => ('A_Const' in node ? [node.A_Const.ival?.ival ?? 0] : [])),
    array: arrayBounds !== undefined,
  };
}
