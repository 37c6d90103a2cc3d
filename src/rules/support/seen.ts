import type { Move, Statement } from '../../model/observation.ts';
import type { Trace } from '../../model/trace.ts';
import type { Messages, StatementSubject, Tell } from '../rule.ts';
import { list } from './text.ts';

export type NotChecked = Tell<Messages>['notChecked'];

/** For what another rule, or another part of this one, says for itself. */
export const silently: NotChecked = () => undefined;

const words: Readonly<Record<Trace['unseen'][number], string>> = {
  locks: 'locked',
  rewritten: 'rewritten',
  scanned: 'read',
  written: 'written',
};

/** What was done for a statement, where all of these could be seen; else the rule says that they could not. */
export function seen(
  subject: StatementSubject,
  command: string,
  parts: readonly [Trace['unseen'][number], ...Trace['unseen']],
  notChecked: NotChecked,
): Trace | undefined {
  const { trace } = subject.statement;
  const missing = trace ? parts.filter((part) => trace.unseen.includes(part)) : parts;
  if (missing.length === 0) return trace;
  if (!isRefused(subject))
    notChecked(`what was ${list(missing.map((part) => words[part]))} for ${command} was not seen`);
  return undefined;
}

/**
 * Whether it is the statement that its move ended at: it did nothing that could be seen, and the failure is told by a
 * rule of its own. One whose refusal the migration has caught is none: nobody knows what it does where it is not refused.
 */
export const isRefused = ({
  statement,
  move,
}: {
  readonly statement: Statement;
  readonly move: Move;
}): boolean =>
  statement.trace === undefined && move.failure?.sql !== undefined && move.statements.at(-1) === statement;

/** Whether it was looked at what the statement locks. */
export const hasSeenLocks = ({ trace }: Statement): boolean =>
  trace !== undefined && !trace.unseen.includes('locks');
