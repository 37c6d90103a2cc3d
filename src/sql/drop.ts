import type { DropStmt, Node, ObjectType } from '@pgsql/types';
import { kindOf, type ObjectKind } from './kind.ts';
import { dottedName, objectParts, type QualifiedName } from './name.ts';

/** One object of a DROP. */
export interface Drop {
  readonly does: 'drop';
  readonly kind: ObjectKind;
  readonly name: QualifiedName;
  /** Of a trigger, a policy or a rule: the table it is on. */
  readonly table?: QualifiedName;
  readonly ifExists: boolean;
  readonly cascade: boolean;
  readonly concurrently: boolean;
}

/** Kinds that have no name of their own without the table in front of it. */
const onTables: readonly (ObjectType | undefined)[] = ['OBJECT_TRIGGER', 'OBJECT_POLICY', 'OBJECT_RULE'];

/** DROP TABLE a, b as two. */
export const drops = ({ objects, removeType, ...more }: DropStmt): readonly Drop[] =>
  (objects ?? []).map((object) => ({
    does: 'drop',
    kind: kindOf(removeType),
    ...named(object, onTables.includes(removeType)),
    ifExists: more.missing_ok === true,
    cascade: more.behavior === 'DROP_CASCADE',
    concurrently: more.concurrent === true,
  }));

function named(object: Node, onTable: boolean): Pick<Drop, 'name' | 'table'> {
  const parts = objectParts(object);
  return onTable
    ? { name: dottedName(parts.slice(-1)), table: dottedName(parts.slice(0, -1)) }
    : { name: dottedName(parts) };
}
