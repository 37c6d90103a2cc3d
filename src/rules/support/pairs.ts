import type { Statement } from '../../model/observation.ts';
import type { StatementSubject } from '../rule.ts';
import { isRefused } from './seen.ts';

/** What one statement does while an earlier one of its transaction keeps a lock: undefined where it was not seen. */
interface Pair {
  /** Whether an earlier statement, as far as it was seen, has taken such a lock. */
  readonly holds: (earlier: Statement) => boolean;
  /** Whether this one does what is not to be done under it. */
  readonly does: boolean | undefined;
}

/** Whether nobody can say that the two are not in one transaction, because of what was not seen of one of them. */
export function isPairUnseen(subject: StatementSubject, { holds, does }: Pair): boolean {
  if (does === false || isRefused(subject)) return false;
  return subject.unseenBefore.length > 0 || (does === undefined && before(subject).some(holds));
}

/** Those whose locks this one may be under; of one that nobody has seen the transaction of, all. */
function before({ statement, move, earlier }: StatementSubject): readonly Statement[] {
  return statement.trace ? earlier : move.statements.slice(0, move.statements.indexOf(statement));
}
