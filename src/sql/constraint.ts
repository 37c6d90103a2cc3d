import type { Constraint as ConstraintNode, Node } from '@pgsql/types';
import { type QualifiedName, relationName, texts } from './name.ts';
import { nodeOf, nodesOf } from './nodes.ts';

export interface Constraint {
  readonly type: 'primary key' | 'unique' | 'check' | 'foreign key' | 'exclusion' | 'not null';
  /** Absent where the server has to make one up. */
  readonly name?: string;
  /** Its own columns, in its order; empty for a check, whose columns are in its expression. */
  readonly columns: readonly string[];
  /** NOT VALID: rows that are there already are not looked at. */
  readonly notValid: boolean;
  /** NOT ENFORCED (PostgreSQL 18) */
  readonly notEnforced: boolean;
  readonly deferrable: boolean;
  /** USING INDEX */
  readonly usingIndex?: string;
  readonly references?: Reference;
  /** Of a check. */
  readonly expression?: Node;
}

interface Reference {
  readonly table: QualifiedName;
  /** Empty where it is the primary key of the table. */
  readonly columns: readonly string[];
  readonly onDelete: ReferenceAction;
  readonly onUpdate: ReferenceAction;
}

type ReferenceAction = 'no action' | 'restrict' | 'cascade' | 'set null' | 'set default';

const types: Readonly<Record<string, Constraint['type']>> = {
  CONSTR_PRIMARY: 'primary key',
  CONSTR_UNIQUE: 'unique',
  CONSTR_CHECK: 'check',
  CONSTR_FOREIGN: 'foreign key',
  CONSTR_EXCLUSION: 'exclusion',
  CONSTR_NOTNULL: 'not null',
};

/** Undefined for what the grammar calls a constraint and is none, as a default. `column`: the one it is written at. */
export function readConstraint(node: ConstraintNode, column?: string): Constraint | undefined {
  const type = types[node.contype ?? ''];
  if (!type) return undefined;
  const canBeOff = type === 'check' || type === 'foreign key';
  return {
    type,
    columns: column === undefined || type === 'check' ? ownColumns(node) : [column],
    notValid: node.skip_validation === true,
    notEnforced: canBeOff && node.is_enforced !== true,
    deferrable: node.deferrable === true,
    ...(node.conname === undefined ? {} : { name: node.conname }),
    ...(node.indexname === undefined ? {} : { usingIndex: node.indexname }),
    ...(node.pktable === undefined ? {} : { references: reference(node) }),
    ...(type === 'check' && node.raw_expr ? { expression: node.raw_expr } : {}),
  };
}

const ownColumns = ({ keys, fk_attrs, exclusions }: ConstraintNode): readonly string[] =>
  exclusions ? exclusions.flatMap(excludedColumn) : texts(fk_attrs ?? keys);

/** One entry of EXCLUDE: what is compared, and the operator. */
function excludedColumn(node: Node): readonly string[] {
  return nodesOf(nodeOf(node, 'List')?.items, 'IndexElem').flatMap(({ name }) => name ?? []);
}

/** parsenodes.h: FKCONSTR_ACTION_... */
const actions: Readonly<Record<string, ReferenceAction>> = {
  a: 'no action',
  r: 'restrict',
  c: 'cascade',
  n: 'set null',
  d: 'set default',
};

const reference = ({ pktable, pk_attrs, fk_del_action, fk_upd_action }: ConstraintNode): Reference => ({
  table: relationName(pktable),
  columns: texts(pk_attrs),
  onDelete: actions[fk_del_action ?? 'a'] ?? 'no action',
  onUpdate: actions[fk_upd_action ?? 'a'] ?? 'no action',
});

/** The columns that an expression keeps from being NULL, as far as it says so plainly: a IS NOT NULL AND b IS NOT NULL. */
export function notNullColumns(expression: Node | undefined): readonly string[] {
  const joined = nodeOf(expression, 'BoolExpr');
  if (joined?.boolop === 'AND_EXPR') return (joined.args ?? []).flatMap(notNullColumns);
  const test = nodeOf(expression, 'NullTest');
  if (test?.nulltesttype !== 'IS_NOT_NULL') return [];
  return texts(nodeOf(test.arg, 'ColumnRef')?.fields).slice(-1);
}
