import type { Node } from '@pgsql/types';
import type { Action } from '../../sql/action.ts';
import type { Column } from '../../sql/column.ts';
import { texts } from '../../sql/name.ts';
import { under } from '../../sql/walk.ts';
import type { Messages, StatementSubject, Tell } from '../rule.ts';
import { type Altered, alteredTables, storedAnew } from './altered.ts';
import { saType } from './sa-types.ts';

/**
 * Why PostgreSQL can have to give each row that is there its own value of a new column (tablecmds.c, ATExecAddColumn):
 * a number from a sequence, a value computed from the row, a default that is another one each time, a domain whose
 * constraints have to be checked.
 */
type Cause = 'numbers' | 'computed' | 'volatile' | 'domain';

/** The columns for whose sake the command has stored an old table anew, of those that have this cause. */
export function columnsStoredAnew(
  subject: StatementSubject,
  tell: Pick<Tell<Messages>, 'notChecked'>,
  cause: Cause,
): readonly Altered<'add column'>[] {
  return alteredTables(subject, tell, 'add column', {
    needs: ['rewritten'],
    only: ({ column }) => causeOf(column) === cause,
  }).filter(({ trace }) => storedAnew(trace));
}

function causeOf(column: Column): Cause | undefined {
  const called = functionsIn(column.default);
  if (column.serial || column.identity || called.includes('nextval')) return 'numbers';
  if (column.generated === 'stored') return 'computed';
  if (called.length > 0) return 'volatile';
  return column.type && !saType(column.type) ? 'domain' : undefined;
}

/** Whether it refuses NULL and gives the rows that are there no value: PostgreSQL adds it to an empty table, or not at all. */
export const refusesRows = ({ notNull, default: value, serial, identity, generated }: Column): boolean =>
  notNull && value === undefined && !serial && identity === undefined && generated === undefined;

/** Whether nothing else that the command does can have stored the table anew. */
export const isOnlyDomains = (actions: readonly Action[]): boolean =>
  actions.every(
    (action) => action.does === 'add column' && [undefined, 'domain'].includes(causeOf(action.column)),
  );

/** The same for all rows of one statement (pg_proc.provolatile is s): what PostgreSQL does not store anew for. */
const stable: ReadonlySet<string> = new Set(['now', 'transaction_timestamp', 'statement_timestamp']);

/** Names of the functions that an expression calls and that may give another value for each row. */
export const functionsIn = (expression: Node | undefined): readonly string[] =>
  [...under(expression, 'funcname')]
    .flatMap((name) => texts(name as readonly Node[]).slice(-1))
    .filter((name) => !stable.has(name));
