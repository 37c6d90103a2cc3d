import type { Move } from '../../src/model/observation.ts';
import type { Relation, Trace } from '../../src/model/trace.ts';
import { failed, type Outcome } from './outcome.ts';
import { type Trial, withoutPrefix } from './trial.ts';

/** What migrate-check says of the statement of a trial. */
export function outcomeOf(trial: Trial, move: Move): Outcome {
  if (move.failure) return failed(move.failure.sqlstate ?? move.failure.message);
  const trace = traceOf(trial, move);
  const name = ({ name, existed }: Relation): string => withoutPrefix(trial, name) + (existed ? '' : ', new');
  return {
    locks: trace.locks.map(({ relation, mode }) => `${name(relation)}: ${mode}`).sort(),
    rewritten: trace.rewritten.map(name).sort(),
    scanned: trace.scanned
      .map(({ relation, scans, tuples }) => `${name(relation)}: ${scans} x, ${tuples} rows`)
      .sort(),
    written: trace.written
      .map(
        ({ relation, inserted, updated, deleted }) =>
          `${name(relation)}: ${inserted} inserted, ${updated} updated, ${deleted} deleted`,
      )
      .sort(),
    unseen: trace.unseen,
    lockTimeout: trace.lockTimeoutMs,
    statementTimeout: trace.statementTimeoutMs,
  };
}

/** Of the statement itself: what is made before it goes otherwise. */
function traceOf({ sql }: Trial, { statements }: Move): Trace {
  const trace = statements.find((one) => one.sql.trim() === sql)?.trace;
  if (!trace) throw new Error(`Not traced: ${sql}`);
  return trace;
}
