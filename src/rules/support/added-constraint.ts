import type { ActionOf } from '../../sql/action.ts';
import type { Constraint } from '../../sql/constraint.ts';
import type { StatementSubject } from '../rule.ts';
import { actionsIn } from './actions.ts';

export type AddConstraint = ActionOf<'add constraint'>;

/** The constraints of a type that the command adds to a table that is there. */
export const addsConstraint = (
  subject: StatementSubject,
  type: Constraint['type'],
): readonly AddConstraint[] =>
  actionsIn(subject, 'add constraint').filter(({ constraint }) => constraint.type === type);

const endings: Readonly<Record<Constraint['type'], string>> = {
  'primary key': 'pkey',
  unique: 'key',
  check: 'check',
  'foreign key': 'fkey',
  exclusion: 'excl',
  'not null': 'not_null',
};

/** Its own name, else the one that PostgreSQL gives where it is free (ChooseConstraintName in pg_constraint.c). */
export function constraintName({ table, constraint: { name, type, columns } }: AddConstraint): string {
  const parts = type === 'primary key' ? [] : columns;
  return name ?? [table.name, ...parts, endings[type]].join('_');
}
