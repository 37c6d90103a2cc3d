import type { Statement } from '../../model/observation.ts';
import type { Relation } from '../../model/trace.ts';
import { actionsOf } from '../../sql/action.ts';
import { commandsOf } from '../../sql/commands.ts';
import type { ParsedStatement } from '../../sql/parse.ts';
import type { StatementSubject } from '../rule.ts';
import { actionsIn } from './actions.ts';
import type { NotChecked } from './seen.ts';
import { isCalled, oldTable } from './traced.ts';

/** The table whose rows the command changes, if it was there before the change and its transaction has not changed others yet. */
export function rowsWritten(subject: StatementSubject, notChecked: NotChecked): Relation | undefined {
  const tables = actionsIn(subject, 'insert', 'update', 'delete', 'merge').flatMap(
    ({ table }) => oldTable(subject, table, notChecked) ?? [],
  );
  return subject.earlier.some((one) => writesOld(one, subject)) ? undefined : tables[0];
}

/** Whether a statement changes rows of a table that was there before. */
function writesOld({ sql, trace }: Statement, { isOld }: StatementSubject): boolean {
  const old = (trace?.locks ?? []).filter(({ relation }) => isOld(relation));
  return commandsOf(sql)
    .flatMap((command) => actionsIn({ command }, 'insert', 'update', 'delete', 'merge'))
    .some(({ table }) => old.some(({ relation }) => isCalled(relation, table)));
}

/** A statement of the same transaction, before or after this one, that changes the schema. */
export function schemaChangeAround({ move, statement }: StatementSubject): Statement | undefined {
  const transaction = statement.trace?.transaction;
  return move.statements.find(
    (one) => one.trace && one.trace.transaction === transaction && isSchemaChange(one),
  );
}

/** Whether one of which nobody saw the transaction does: it may be the same one. */
export const maySchemaChange = ({ move, statement }: StatementSubject): boolean =>
  move.statements.some((one) => one !== statement && !(one.trace && statement.trace) && isSchemaChange(one));

const isSchemaChange = ({ sql }: Statement): boolean => commandsOf(sql).some(changesSchema);

/**
 * By the names that PostgreSQL's source has for the kinds: CreateStmt, AlterTableStmt, IndexStmt, ... A trigger that is
 * turned off for a change of rows is a part of that change.
 */
export const changesSchema = (command: ParsedStatement): boolean =>
  /^(?:Alter|Create|Drop|Index|Rename|View)/.test(command.kind) && !switchesTriggers(command);

const ofTriggers = /^AT_(?:Enable|Disable)[A-Za-z]*Trig/;

function switchesTriggers(command: ParsedStatement): boolean {
  const actions = actionsOf(command);
  return (
    actions.length > 0 &&
    actions.every((action) => action.does === 'alter' && ofTriggers.test(action.subtype))
  );
}
