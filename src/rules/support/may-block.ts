import type { Statement } from '../../model/observation.ts';
import { type Command, commandsOf } from '../../sql/commands.ts';
import { under } from '../../sql/walk.ts';

/**
 * Whether somebody may have to wait behind a lock of the statement, by its commands alone: what reads or writes rows
 * takes ROW EXCLUSIVE at most (PostgreSQL manual, 13.3.1), and what sets something, or makes what is no table, takes no
 * lock of a table that keeps anybody waiting (docs/locks.md).
 */
export const mayBlock = ({ sql }: Pick<Statement, 'sql'>): boolean => commandsOf(sql).some(mayBlockBy);

/** A function that a query calls may do anything. */
const mayBlockBy = ({ kind, node }: Command): boolean =>
  kind === 'SelectStmt' ? !under(node, 'funcname').next().done : !harmless.test(kind);

const harmless = new RegExp(
  `^(?:${[
    'Insert|Update|Delete|Merge|Copy',
    'VariableSet|VariableShow|Transaction|ConstraintsSet|Explain',
    'Comment|CompositeType|CreateDomain|CreateEnum|CreateFunction|CreateRange|CreateSchema',
  ].join('|')})Stmt$`,
);
