import { blocksWrites, type LockMode, strongest } from '../../model/lock.ts';
import type { Statement } from '../../model/observation.ts';
import type { Relation } from '../../model/trace.ts';
import { actionsOf } from '../../sql/action.ts';
import { commandsOf } from '../../sql/commands.ts';
import type { StatementSubject } from '../rule.ts';
import { isPairUnseen } from './pairs.ts';
import { isSame } from './traced.ts';

/** Rows that are read or written while others wait for a lock that was taken before. */
export interface WorkUnderLock {
  /** Took the lock. */
  readonly by: Statement;
  readonly locked: Relation;
  readonly mode: LockMode;
  /** Read from end to end. */
  readonly read: readonly Relation[];
}

/**
 * What a command does while its transaction keeps others from a table that was there before. Of several in one statement
 * it is the first that works on rows.
 */
export function workUnderLock(subject: StatementSubject): WorkUnderLock | undefined {
  const { statement, earlier, isOld } = subject;
  if (!isFirstOnRows(subject)) return undefined;
  const read = scansOf(statement).filter(isOld);
  if (read.length === 0) return undefined;
  const held = heldBefore(earlier, isOld);
  return held && { ...held, read };
}

/** Whether a command may be such work, and nobody has seen that it is not. */
export function isWorkUnseen(subject: StatementSubject): boolean {
  const { statement, isOld } = subject;
  if (!isFirstOnRows(subject)) return false;
  const isSeen = statement.trace !== undefined && !statement.trace.unseen.includes('scanned');
  const does = isSeen ? scansOf(statement).some(isOld) : undefined;
  return isPairUnseen(subject, { holds: (one) => heldBefore([one], isOld) !== undefined, does });
}

const isFirstOnRows = ({ statement, command }: StatementSubject): boolean =>
  commandsOf(statement.sql).find(worksOnRows)?.text === command.text;

/** Whether an earlier statement of the transaction has read one of these tables under the lock already. */
export function isMoreOfTheSame({ earlier, isOld }: StatementSubject, { by, read }: WorkUnderLock): boolean {
  const since = earlier.slice(earlier.indexOf(by) + 1);
  return since.some((one) =>
    scansOf(one).some((table) => isOld(table) && read.some((other) => isSame(table, other))),
  );
}

type Held = Pick<WorkUnderLock, 'by' | 'locked' | 'mode'>;

/** The strongest lock that blocks somebody; of equals the first. */
function heldBefore(earlier: readonly Statement[], isOld: (relation: Relation) => boolean): Held | undefined {
  const blocking = earlier.flatMap((by) =>
    (by.trace?.locks ?? [])
      .filter(
        ({ relation, mode }) => relation.kind.endsWith('table') && isOld(relation) && blocksWrites(mode),
      )
      .map(({ relation, mode }) => ({ by, locked: relation, mode })),
  );
  const most = strongest(blocking.map(({ mode }) => mode));
  return blocking.find(({ mode }) => mode === most);
}

/** Tables that a query or a change of rows reads from end to end; a row that is written down in it reads none. */
function scansOf({ sql, trace }: Statement): readonly Relation[] {
  if (!trace || !commandsOf(sql).some(worksOnRows)) return [];
  return trace.scanned.map(({ relation }) => relation);
}

const kinds: ReadonlySet<string> = new Set([
  'SelectStmt',
  'InsertStmt',
  'UpdateStmt',
  'DeleteStmt',
  'MergeStmt',
  'CopyStmt',
]);

function worksOnRows(command: ReturnType<typeof commandsOf>[number]): boolean {
  if (!kinds.has(command.kind)) return false;
  return command.kind !== 'InsertStmt' || actionsOf(command).some((action) => !('rows' in action));
}
