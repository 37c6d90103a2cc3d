import { blocksReads, blocksWrites, type LockMode } from '../../../model/lock.ts';

/** Who waits for a lock: whoever reads, whoever writes, whoever changes the table too, or nobody who works with it. */
export type Strength = 'reads' | 'writes' | 'changes' | 'rows';

export function strengthOf(mode: LockMode): Strength {
  if (blocksReads(mode)) return 'reads';
  if (blocksWrites(mode)) return 'writes';
  return mode === 'SHARE UPDATE EXCLUSIVE' ? 'changes' : 'rows';
}

export const strengthWords: Readonly<Record<Strength, string>> = {
  reads: 'nobody reads or writes',
  writes: 'nobody writes',
  changes: 'nobody else changes or vacuums the table',
  rows: 'readers and writers go on',
};

/** Where there is no room for more: the first letters. */
export const shortMode = (mode: LockMode): string => mode.replaceAll(/(\w)\w* ?/g, '$1');
