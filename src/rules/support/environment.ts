import type { Failure, Remark } from '../../model/observation.ts';
import type { Facts } from '../../model/report.ts';
import type { Revision } from '../../model/revision.ts';

/** What is known of a transaction that env.py has open around or before Alembic's own. */
export function unsafeTransaction({ observations }: Facts): Remark | undefined {
  return observations.remarks.find(({ kind }) => kind === 'begun-before' || kind === 'own-transaction');
}

/** Whether a move failed because of that transaction: nothing was committed, or autocommit_block found a stranger's. */
export function isFaultOfEnvironment(failure: Failure, revision: Revision, facts: Facts): boolean {
  if (unsafeTransaction(facts) === undefined) return false;
  if (failure.reason === 'not-applied') return true;
  return failure.error === 'AssertionError' && revision.source.includes('autocommit_block');
}
