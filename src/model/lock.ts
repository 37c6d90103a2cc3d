/** The modes of locks on tables, from the weakest to the strongest, as the manual spells them (PostgreSQL manual, 13.3.1). */
export const lockModes = [
  'ACCESS SHARE',
  'ROW SHARE',
  'ROW EXCLUSIVE',
  'SHARE UPDATE EXCLUSIVE',
  'SHARE',
  'SHARE ROW EXCLUSIVE',
  'EXCLUSIVE',
  'ACCESS EXCLUSIVE',
] as const;
export type LockMode = (typeof lockModes)[number];

const strength = new Map<LockMode, number>(lockModes.map((mode, at) => [mode, at]));
const atLeast = (mode: LockMode, least: LockMode): boolean =>
  (strength.get(mode) ?? 0) >= (strength.get(least) ?? 0);

/** Whether somebody who reads the table waits for this lock to be let go. */
export const blocksReads = (mode: LockMode): boolean => mode === 'ACCESS EXCLUSIVE';

/** Whether somebody who writes to the table (ROW EXCLUSIVE) waits for it. */
export const blocksWrites = (mode: LockMode): boolean => atLeast(mode, 'SHARE');

/** The strongest of some modes; undefined of none. */
export const strongest = (modes: readonly LockMode[]): LockMode | undefined =>
  modes.reduce<LockMode | undefined>((most, mode) => (most && atLeast(most, mode) ? most : mode), undefined);
