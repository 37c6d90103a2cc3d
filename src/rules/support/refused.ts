import type { Failure } from '../../model/observation.ts';
import { type Action, actionsOf } from '../../sql/action.ts';
import { commandsOf } from '../../sql/commands.ts';
import type { CreateIndex } from '../../sql/indexes.ts';
import type { ParsedStatement } from '../../sql/statement.ts';

/** A command that PostgreSQL runs by itself only, as it was refused inside a transaction. */
export interface Concurrent {
  readonly command: ParsedStatement;
  readonly index?: CreateIndex;
}

/** The CONCURRENTLY that a move failed at because there was a transaction around it (SQLSTATE 25001). */
export function concurrentInTransaction({ sqlstate, sql }: Failure): Concurrent | undefined {
  return sqlstate === '25001' && sql !== undefined ? concurrentIn(sql) : undefined;
}

/** The CONCURRENTLY that did not end: nothing but another session of the migration itself can keep it waiting. */
export function concurrentThatHung({ reason, sql }: Failure): Concurrent | undefined {
  return reason === 'timed-out' && sql !== undefined ? concurrentIn(sql) : undefined;
}

function concurrentIn(sql: string): Concurrent | undefined {
  for (const command of commandsOf(sql)) {
    const action = actionsOf(command).find(isConcurrent);
    if (action) return { command, ...(action.does === 'create index' ? { index: action } : {}) };
  }
  return undefined;
}

/** REFRESH ... CONCURRENTLY may run inside a transaction. */
const isConcurrent = (action: Action): boolean =>
  'concurrently' in action && action.concurrently && action.does !== 'refresh';

/** The constraint that a DROP INDEX was refused for, as the server's hint names it. */
export function backedConstraint({
  sqlstate,
  sql,
  hint,
}: Failure): { readonly index: string; readonly constraint: string; readonly table: string } | undefined {
  if (sqlstate !== '2BP01' || sql === undefined || hint === undefined) return undefined;
  const dropped = commandsOf(sql)
    .flatMap(actionsOf)
    .find((action) => action.does === 'drop' && action.kind === 'index');
  const [, constraint, table] = /constraint (.+) on table (.+) instead/.exec(hint) ?? [];
  if (dropped?.does !== 'drop' || constraint === undefined || table === undefined) return undefined;
  return { index: dropped.name.name, constraint, table };
}
