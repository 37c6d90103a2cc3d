import type { AlterObjectSchemaStmt, RenameStmt } from '@pgsql/types';
import { kindOf, type ObjectKind } from './kind.ts';
import { dottedName, objectParts, type QualifiedName, relationName } from './name.ts';

export interface Rename {
  readonly does: 'rename';
  /** Of what is renamed: table, column, constraint, index, type, ... */
  readonly kind: ObjectKind;
  /** The table of a column, constraint, trigger or policy, or the relation itself. */
  readonly table?: QualifiedName;
  /** As it was. */
  readonly name: QualifiedName;
  readonly to: string;
}
export interface SetSchema {
  readonly does: 'set schema';
  readonly kind: ObjectKind;
  readonly name: QualifiedName;
  readonly to: string;
}

export function rename({ renameType, relation, object, subname, newname = '' }: RenameStmt): Rename {
  const table = relation && relationName(relation);
  const name = subname === undefined ? (table ?? dottedName(objectParts(object))) : { name: subname };
  return { does: 'rename', kind: kindOf(renameType), ...(table ? { table } : {}), name, to: newname };
}

export const setSchema = ({
  objectType,
  relation,
  object,
  newschema = '',
}: AlterObjectSchemaStmt): SetSchema => ({
  does: 'set schema',
  kind: kindOf(objectType),
  name: relation ? relationName(relation) : dottedName(objectParts(object)),
  to: newschema,
});
