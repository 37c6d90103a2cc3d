import type { AlterEnumStmt, CreateEnumStmt } from '@pgsql/types';
import { dottedName, type QualifiedName, texts } from './name.ts';

export interface CreateEnum {
  readonly does: 'create enum';
  readonly type: QualifiedName;
  readonly labels: readonly string[];
}
/** ALTER TYPE ... ADD VALUE */
export interface AddLabel {
  readonly does: 'add label';
  readonly type: QualifiedName;
  readonly label: string;
  readonly ifNotExists: boolean;
}
/** ALTER TYPE ... RENAME VALUE */
export interface RenameLabel {
  readonly does: 'rename label';
  readonly type: QualifiedName;
  readonly label: string;
  readonly to: string;
}

export const createEnum = ({ typeName, vals }: CreateEnumStmt): CreateEnum => ({
  does: 'create enum',
  type: dottedName(texts(typeName)),
  labels: texts(vals),
});

export function alterEnum({
  typeName,
  oldVal,
  newVal = '',
  skipIfNewValExists,
}: AlterEnumStmt): AddLabel | RenameLabel {
  const type = dottedName(texts(typeName));
  return oldVal === undefined
    ? { does: 'add label', type, label: newVal, ifNotExists: skipIfNewValExists === true }
    : { does: 'rename label', type, label: oldVal, to: newVal };
}
