import { blocksWrites } from '../../src/model/lock.ts';
import { lockOn, type Outcome, scansOf } from './outcome.ts';

/** Rules that say that somebody waits while a table is read or stored anew. */
export const workRules: readonly string[] = [
  'add-check-not-valid',
  'add-column-constrained-domain',
  'add-column-volatile-default',
  'add-column-with-inline-constraint',
  'add-exclusion-constraint',
  'add-foreign-key-not-valid',
  'add-not-null-column-without-default',
  'add-primary-key',
  'add-serial-or-identity-column',
  'add-stored-generated-column',
  'add-unique-constraint',
  'alter-collation',
  'alter-type-checked-column',
  'alter-type-rewrite',
  'attach-partition-scan',
  'cluster',
  'create-index-non-concurrent',
  'default-partition-scan',
  'domain-constraint',
  'partitioned-index',
  'refresh-matview',
  'reindex-non-concurrent',
  'set-logged-unlogged',
  'set-not-null-scan',
  'truncate',
  'vacuum-full',
];

/** Statements that keep others from writing while they read, and of which no rule speaks, with the reason. */
export const explained: ReadonlyMap<string, string> = new Map([
  [
    'REFRESH MATERIALIZED VIEW CONCURRENTLY',
    'EXCLUSIVE on a materialized view: nobody but REFRESH writes to one, and who reads it passes',
  ],
]);

/** What was there before and nobody can write to, or read, until the transaction ends; indexes come with their tables. */
export function blockedIn(outcome: Outcome): readonly string[] {
  const names = new Set(outcome.locks.map((line) => line.split(': ')[0] ?? ''));
  return [...names].filter((name) => {
    const lock = lockOn(outcome, name);
    return isOldTable(name) && lock !== undefined && blocksWrites(lock);
  });
}

/** Of these, what is read from end to end or stored anew meanwhile: it takes as long as the table is large. */
export const workedOnIn = (outcome: Outcome): readonly string[] =>
  blockedIn(outcome).filter((name) => scansOf(outcome, name) > 0 || outcome.rewritten.includes(name));

/** As the samples name them. */
const isOldTable = (name: string): boolean =>
  !name.endsWith(', new') && !/^(ix|uq|seq)$|_(pkey|idx|key)$/.test(name);
