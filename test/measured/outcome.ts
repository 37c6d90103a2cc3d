import { type LockMode, strongest } from '../../src/model/lock.ts';

/**
 * What PostgreSQL did for one statement, whoever looked. Relations are written `t`, one of the same transaction `t, new`;
 * those of the system and TOAST tables are left out. Sorted.
 */
export interface Outcome {
  /** SQLSTATE, where it failed; then there is nothing else. */
  readonly failed?: string;
  /** `t: ACCESS EXCLUSIVE`, newly taken. */
  readonly locks: readonly string[];
  readonly rewritten: readonly string[];
  /** `t: 1 x, 1000 rows` of sequential scans. */
  readonly scanned: readonly string[];
  /** What nobody could see, of the four above and below. */
  readonly unseen: readonly ('locks' | 'rewritten' | 'scanned' | 'written')[];
  /** `t: 0 inserted, 1000 updated, 0 deleted`. */
  readonly written: readonly string[];
  /** In milliseconds. */
  readonly lockTimeout: number;
  readonly statementTimeout: number;
}

export const failed = (sqlstate: string): Outcome => ({ ...nothing, failed: sqlstate });

const nothing: Outcome = {
  locks: [],
  rewritten: [],
  scanned: [],
  written: [],
  unseen: [],
  lockTimeout: 0,
  statementTimeout: 0,
};

/** What was done to each relation that was there before, in the words of `Expected`. */
export function inWords(outcome: Outcome): string | Readonly<Record<string, string>> {
  if (outcome.failed !== undefined) return outcome.failed;
  const old = (name: string): boolean => !name.endsWith(', new');
  const names = [
    ...outcome.locks.map((line) => line.split(': ')[0] ?? ''),
    ...outcome.rewritten,
    ...outcome.scanned.map((line) => line.split(': ')[0] ?? ''),
  ];
  const words = [...new Set(names)]
    .filter(old)
    .sort()
    .map((name) => [name, wordsOf(outcome, name)] as const);
  return Object.fromEntries(words.filter(([, done]) => done !== 'ACCESS SHARE'));
}

function wordsOf(outcome: Outcome, name: string): string {
  const scans = scansOf(outcome, name);
  const lock = lockOn(outcome, name);
  return [
    ...(lock === undefined ? [] : [lock]),
    ...(outcome.rewritten.includes(name) ? ['rewrite'] : []),
    ...(scans === 0 ? [] : [scans === 1 ? 'scan' : `${scans} scans`]),
    ...(outcome.unseen.includes('scanned') ? ['scans not seen'] : []),
  ].join(' + ');
}

/** The strongest lock that was taken on a relation. */
export const lockOn = ({ locks }: Outcome, name: string): LockMode | undefined =>
  strongest(
    locks.filter((line) => line.startsWith(`${name}: `)).map((line) => line.split(': ')[1] as LockMode),
  );

export const scansOf = ({ scanned }: Outcome, name: string): number =>
  Number(scanned.find((line) => line.startsWith(`${name}: `))?.match(/: (\d+) x/)?.[1] ?? 0);
