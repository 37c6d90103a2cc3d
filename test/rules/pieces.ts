import type { Move, RoundTrip } from '../../src/model/observation.ts';
import type { Revision } from '../../src/model/revision.ts';
import { revision } from '../support/graph.ts';

/** A downgrade that failed, after which there was no second upgrade to be seen. */
export function withoutReupgrade(downgrade: Move): Partial<RoundTrip> {
  return {
    downgrade,
    reupgrade: undefined,
    trace: undefined,
    drift: undefined,
    rowsAfterDowngrade: undefined,
    rowsAfterReupgrade: undefined,
  } as unknown as Partial<RoundTrip>;
}

export function irreversible(name: string, reason: string, keyword = 'irreversible'): Revision {
  return revision(name, [], {
    directives: [{ keyword, text: reason, place: { file: `versions/${name}.py`, line: 20 } }],
  });
}

/** A downgrade that does nothing. */
export const empty = { shape: 'empty', place: { file: 'versions/a.py', line: 19, endLine: 20 } } as const;
