import type { AlterTableCmd, AlterTableStmt, AlterTableType, Node } from '@pgsql/types';
import { type Column, readColumn } from './column.ts';
import { type Constraint, readConstraint } from './constraint.ts';
import { kindOf, type ObjectKind } from './kind.ts';
import {
  dottedName,
  type QualifiedName,
  relationName,
  type TypeReference,
  texts,
  typeReference,
} from './name.ts';
import { nodeOf, nodesOf } from './nodes.ts';

/** What every command of an ALTER TABLE says of the relation that it changes. */
interface Altered {
  readonly table: QualifiedName;
  /** A table, or what else ALTER TABLE and its sisters change: a view, an index, a composite type. */
  readonly kind: ObjectKind;
  /** ALTER TABLE ONLY: not its partitions and children. */
  readonly only: boolean;
}
interface OfColumn extends Altered {
  readonly column: string;
}
interface Given {
  readonly ifExists: boolean;
  readonly cascade: boolean;
}

/** One command of an ALTER TABLE. */
export type TableChange =
  | ({ readonly does: 'add column'; readonly column: Column; readonly ifNotExists: boolean } & Altered)
  | ({ readonly does: 'drop column' } & OfColumn & Given)
  | ({
      readonly does: 'alter column type';
      readonly type: TypeReference;
      readonly collation?: QualifiedName;
      readonly using?: Node;
    } & OfColumn)
  | ({ readonly does: 'set not null' | 'drop not null' | 'drop default' | 'add identity' } & OfColumn)
  | ({ readonly does: 'drop identity' | 'drop expression'; readonly ifExists: boolean } & OfColumn)
  | ({ readonly does: 'set default' | 'set expression'; readonly value: Node } & OfColumn)
  | ({ readonly does: 'add constraint'; readonly constraint: Constraint } & Altered)
  | ({ readonly does: 'validate constraint'; readonly name: string } & Altered)
  | ({ readonly does: 'drop constraint'; readonly name: string } & Altered & Given)
  | ({ readonly does: 'attach partition'; readonly partition: QualifiedName } & Altered)
  | ({
      readonly does: 'detach partition';
      readonly partition: QualifiedName;
      readonly concurrently: boolean;
    } & Altered)
  | ({ readonly does: 'set options'; readonly options: readonly string[] } & Altered)
  /** All the rest: `subtype` is PostgreSQL's own word for it, `name` what it names. */
  | ({ readonly does: 'alter'; readonly subtype: AlterTableType; readonly name?: string } & Altered);

/** The commands of one ALTER TABLE, in its order, each by itself. */
export function tableChanges({ relation, cmds, objtype }: AlterTableStmt): readonly TableChange[] {
  const altered = {
    table: relationName(relation),
    kind: kindOf(objtype),
    only: relation?.inh !== true && objtype !== 'OBJECT_TYPE',
  };
  return nodesOf(cmds, 'AlterTableCmd').map((command) => change(command, altered));
}

type Reader = (command: AlterTableCmd, altered: Altered) => TableChange | undefined;

const nameIn = ({ name = '' }: AlterTableCmd): string => name;

const ofColumn = (command: AlterTableCmd, altered: Altered): OfColumn => ({
  ...altered,
  column: nameIn(command),
});

const plain =
  (does: 'set not null' | 'drop not null' | 'add identity'): Reader =>
  (command, altered) => ({ does, ...ofColumn(command, altered) });

const dropOf =
  (does: 'drop identity' | 'drop expression'): Reader =>
  (command, altered) => ({ does, ...ofColumn(command, altered), ifExists: command.missing_ok === true });

const given = ({ missing_ok, behavior }: AlterTableCmd): Given => ({
  ifExists: missing_ok === true,
  cascade: behavior === 'DROP_CASCADE',
});

const readers: Readonly<Partial<Record<AlterTableType, Reader>>> = {
  AT_AddColumn: addColumn,
  AT_DropColumn: (command, altered) => ({
    does: 'drop column',
    ...ofColumn(command, altered),
    ...given(command),
  }),
  AT_AlterColumnType: alterColumnType,
  AT_SetNotNull: plain('set not null'),
  AT_DropNotNull: plain('drop not null'),
  AT_AddIdentity: plain('add identity'),
  AT_DropIdentity: dropOf('drop identity'),
  AT_DropExpression: dropOf('drop expression'),
  AT_ColumnDefault: (command, altered) =>
    command.def
      ? { does: 'set default', ...ofColumn(command, altered), value: command.def }
      : { does: 'drop default', ...ofColumn(command, altered) },
  AT_SetExpression: (command, altered) =>
    command.def && { does: 'set expression', ...ofColumn(command, altered), value: command.def },
  AT_AddConstraint: addConstraint,
  AT_ValidateConstraint: (command, altered) => ({
    does: 'validate constraint',
    ...altered,
    name: nameIn(command),
  }),
  AT_DropConstraint: (command, altered) => ({
    does: 'drop constraint',
    ...altered,
    name: nameIn(command),
    ...given(command),
  }),
  AT_AttachPartition: partition,
  AT_DetachPartition: partition,
  AT_SetRelOptions: options,
  AT_AlterConstraint: ({ def }, altered) =>
    otherwise('AT_AlterConstraint', altered, nodeOf(def, 'ATAlterConstraint')?.conname),
};

const change = (command: AlterTableCmd, altered: Altered): TableChange => {
  const subtype = command.subtype ?? 'AT_AddColumn';
  return readers[subtype]?.(command, altered) ?? otherwise(subtype, altered, command.name);
};

const otherwise = (subtype: AlterTableType, altered: Altered, name: string | undefined): TableChange => ({
  does: 'alter',
  ...altered,
  subtype,
  ...(name === undefined ? {} : { name }),
});

function addColumn({ def, missing_ok }: AlterTableCmd, altered: Altered): TableChange | undefined {
  const column = nodeOf(def, 'ColumnDef');
  return (
    column && {
      does: 'add column',
      ...altered,
      column: readColumn(column),
      ifNotExists: missing_ok === true,
    }
  );
}

function alterColumnType(command: AlterTableCmd, altered: Altered): TableChange | undefined {
  const { typeName, collClause, raw_default: using } = nodeOf(command.def, 'ColumnDef') ?? {};
  return (
    typeName && {
      does: 'alter column type',
      ...ofColumn(command, altered),
      type: typeReference(typeName),
      ...(collClause ? { collation: dottedName(texts(collClause.collname)) } : {}),
      ...(using ? { using } : {}),
    }
  );
}

function addConstraint({ def }: AlterTableCmd, altered: Altered): TableChange | undefined {
  const node = nodeOf(def, 'Constraint');
  const constraint = node && readConstraint(node);
  return constraint && { does: 'add constraint', ...altered, constraint };
}

function partition({ def, subtype }: AlterTableCmd, altered: Altered): TableChange {
  const { name, concurrent } = nodeOf(def, 'PartitionCmd') ?? {};
  const of = { ...altered, partition: relationName(name) };
  return subtype === 'AT_AttachPartition'
    ? { does: 'attach partition', ...of }
    : { does: 'detach partition', ...of, concurrently: concurrent === true };
}

function options({ def }: AlterTableCmd, altered: Altered): TableChange {
  const elements = nodesOf(nodeOf(def, 'List')?.items, 'DefElem');
  return { does: 'set options', ...altered, options: elements.flatMap(({ defname }) => defname ?? []) };
}
