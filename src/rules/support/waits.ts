import { blocksWrites, type LockMode, strongest } from '../../model/lock.ts';
import type { Statement } from '../../model/observation.ts';
import type { Relation, Trace } from '../../model/trace.ts';
import { commandsOf } from '../../sql/commands.ts';
import type { Messages, StatementSubject, Tell } from '../rule.ts';
import { mayBlock } from './may-block.ts';
import { hasSeenLocks, isRefused } from './seen.ts';
import { tableKey } from './tables.ts';

/** A lock that somebody waits behind: it keeps others from reading or writing. */
export interface BlockingLock {
  readonly by: Statement;
  readonly table: Relation;
  readonly mode: LockMode;
}

/** A statement is offered once for each of its commands: whether this is the first. */
export const isFirstCommand = ({ statement, command }: StatementSubject): boolean =>
  commandsOf(statement.sql)[0] === command;

/** The locks that these statements take of what was there before the change, in their order. */
export const blockingLocks = (
  statements: readonly Statement[],
  isOld: (relation: Relation) => boolean,
): readonly BlockingLock[] =>
  statements.flatMap((by) =>
    (by.trace?.locks ?? []).flatMap(({ relation: table, mode }) =>
      isTable(table) && isOld(table) && blocksWrites(mode) ? [{ by, table, mode }] : [],
    ),
  );

/** The lock of an index or a sequence comes with that of its table. */
const isTable = ({ kind }: Relation): boolean => kind.endsWith('table') || kind.endsWith('view');

/**
 * The strongest lock of the revision that is waited for, or that a statement works under, without a limit of time; of
 * equals the first. Undefined at every other statement than the one that takes it, so that a revision is told of once.
 */
export function worstUnlimited(
  subject: StatementSubject,
  limit: 'lockTimeoutMs' | 'statementTimeoutMs',
  { notChecked }: Pick<Tell<Messages>, 'notChecked'>,
): BlockingLock | undefined {
  const { statement, move, isOld } = subject;
  if (!isFirstCommand(subject)) return undefined;
  if (!hasSeenLocks(statement)) {
    if (mayBlock(statement) && !isRefused(subject)) notChecked('what a statement locks was not seen');
    return undefined;
  }
  const made = madeIn(move.statements);
  const unlimited = move.statements.filter(({ trace }) => trace?.[limit] === 0);
  const locks = blockingLocks(unlimited, (relation) => isOld(relation) && !made.has(tableKey(relation)));
  const worst = strongest(locks.map(({ mode }) => mode));
  const first = locks.find(({ mode }) => mode === worst);
  return first?.by === statement ? first : undefined;
}

/** What a transaction of the move has made is there before the next one. */
const madeIn = (statements: readonly Statement[]): ReadonlySet<string> =>
  new Set(
    statements
      .flatMap(({ trace }): Trace['locks'] => trace?.locks ?? [])
      .flatMap(({ relation }) => (relation.existed ? [] : [tableKey(relation)])),
  );
