import type { Move, RoundTrip } from '../../src/model/observation.ts';
import type { Covered, Revision } from '../../src/model/revision.ts';
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

/** A revision with `# migrate-check: ignore` on line 13, about its upgrade on lines 14 to 16 unless a test says otherwise. */
export function ignoring(name: string, text: string, covers: Partial<Covered> | 'nothing' = {}): Revision {
  const file = `versions/${name}.py`;
  const directive = { keyword: 'ignore', text, place: { file, line: 13 } };
  const upgrade = { what: 'function', place: { file, line: 14, endLine: 16 } } as const;
  const about = covers === 'nothing' ? directive : { ...directive, covers: { ...upgrade, ...covers } };
  return revision(name, [], { directives: [about] });
}

/** A downgrade that does nothing. */
export const empty = { shape: 'empty', place: { file: 'versions/a.py', line: 19, endLine: 20 } } as const;
