import { type Action, actionsOf } from '../../sql/action.ts';
import { commandsOf } from '../../sql/commands.ts';
import type { ParsedStatement } from '../../sql/parse.ts';

/** Whether a text can be executed again after it was committed: it neither fails then nor does its work twice. */
export function isRepeatable(sql: string): boolean {
  const commands = commandsOf(sql);
  // What a DO block does, it does under conditions of its own.
  return commands.some(({ kind }) => kind === 'DoStmt') || commands.every(isRepeatableCommand);
}

function isRepeatableCommand(command: ParsedStatement): boolean {
  if (command.kind === 'InsertStmt' && command.node.onConflictClause) return true;
  const actions = actionsOf(command);
  return actions.length > 0
    ? actions.every(isRepeatableAction)
    : !fails.test(command.kind) || saysIf(command);
}

function isRepeatableAction(action: Action): boolean {
  if ('ifNotExists' in action) return action.ifNotExists;
  if ('ifExists' in action) return action.ifExists;
  if ('replace' in action) return action.replace;
  // A query can leave out what is there.
  if (action.does === 'insert') return action.rows === undefined;
  return !once.has(action.does);
}

/** What fails the second time, or does something else. */
const once: ReadonlySet<Action['does']> = new Set([
  'add constraint',
  'add identity',
  'attach partition',
  'detach partition',
  'create enum',
  'rename',
  'rename label',
  'set schema',
]);

/** By the names that PostgreSQL's source has for the kinds: CreateSeqStmt, CreateSchemaStmt, ViewStmt, ... */
const fails = /^(?:Create|Composite|Define|View|Rule)/;

/** IF NOT EXISTS and OR REPLACE, as the grammar spells them. */
const saysIf = ({ node }: ParsedStatement): boolean =>
  ['if_not_exists', 'replace'].some((name) => (node as Readonly<Record<string, unknown>>)[name] === true);
