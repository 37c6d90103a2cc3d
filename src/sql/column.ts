import type { ColumnDef, Constraint as ConstraintNode, Node } from '@pgsql/types';
import { type Constraint, readConstraint } from './constraint.ts';
import { dottedName, type QualifiedName, type TypeReference, texts, typeReference } from './name.ts';
import { nodesOf } from './nodes.ts';

/** A column that is made. */
export interface Column {
  readonly name: string;
  /** Absent where the column takes it from elsewhere, as in PARTITION OF. */
  readonly type?: TypeReference;
  /** Whether it refuses NULL: by NOT NULL, PRIMARY KEY, as an identity or as a serial. */
  readonly notNull: boolean;
  /** serial, bigserial, smallserial: an integer with a sequence of its own. */
  readonly serial: boolean;
  /** What is written after DEFAULT. */
  readonly default?: Node;
  readonly identity?: 'always' | 'by default';
  readonly generated?: 'stored' | 'virtual';
  readonly collation?: QualifiedName;
  /** Those written at the column, NOT NULL included. */
  readonly constraints: readonly Constraint[];
}

/** parse_utilcmd.c, transformColumnDefinition */
const serials = new Set(['smallserial', 'serial2', 'serial', 'serial4', 'bigserial', 'serial8']);

export function readColumn({ colname: name = '', typeName, constraints, collClause }: ColumnDef): Column {
  const nodes = nodesOf(constraints, 'Constraint');
  const own = readConstraints(nodes, name);
  const of = (type: string): ConstraintNode | undefined => nodes.find(({ contype }) => contype === type);
  const type = typeName && typeReference(typeName);
  const serial = type !== undefined && type.schema === undefined && serials.has(type.name);
  const identity = of('CONSTR_IDENTITY');
  const generated = of('CONSTR_GENERATED');
  const value = of('CONSTR_DEFAULT')?.raw_expr;
  return {
    name,
    serial,
    notNull: serial || identity !== undefined || own.some(refusesNull),
    constraints: own,
    ...(type ? { type } : {}),
    ...(value ? { default: value } : {}),
    ...(identity ? { identity: identity.generated_when === 'd' ? 'by default' : 'always' } : {}),
    ...(generated ? { generated: generated.generated_kind === 'v' ? 'virtual' : 'stored' } : {}),
    ...(collClause ? { collation: dottedName(texts(collClause.collname)) } : {}),
  };
}

const refusesNull = ({ type }: Constraint): boolean => type === 'not null' || type === 'primary key';

/** The grammar hands DEFERRABLE and NOT ENFORCED of a column's constraint as entries of their own behind it. */
function readConstraints(nodes: readonly ConstraintNode[], column: string): readonly Constraint[] {
  const read: Constraint[] = [];
  for (const node of nodes) {
    const constraint = readConstraint(node, column);
    const last = read.at(-1);
    if (constraint) read.push(constraint);
    else if (last && node.contype === 'CONSTR_ATTR_DEFERRABLE')
      read.splice(-1, 1, { ...last, deferrable: true });
    else if (last && node.contype === 'CONSTR_ATTR_NOT_ENFORCED')
      read.splice(-1, 1, { ...last, notEnforced: true });
  }
  return read;
}
