import type { Finding } from '../../src/model/finding.ts';
import { blockedIn } from './harm.ts';
import { lockOn, type Outcome } from './outcome.ts';
import { type Trial, withoutPrefix } from './trial.ts';

/** What the evidence of a finding says that PostgreSQL did to what was there before; sorted. */
interface Claims {
  /** `t: ACCESS EXCLUSIVE`: of each table the strongest, where somebody waits for it. */
  readonly locks: readonly string[];
  readonly rewritten: readonly string[];
  readonly scanned: readonly string[];
}

export function claimsOf({ evidence }: Finding, trial: Trial): Claims {
  const notes = evidence.flatMap((one) => (one.kind === 'note' ? [one.text] : []));
  const named = (head: string): readonly string[] =>
    notes
      .filter((text) => text.startsWith(head))
      .flatMap((text) => text.slice(head.length).match(/\w+/g) ?? [])
      .filter((word) => word !== 'and')
      .map((name) => withoutPrefix(trial, name))
      .sort();
  const locks = notes.flatMap((text) => {
    const [, mode, name] = text.match(/^([A-Z ]+) on (\w+):/) ?? [];
    return mode && name ? [`${withoutPrefix(trial, name)}: ${mode}`] : [];
  });
  return {
    locks: locks.sort(),
    rewritten: named('rewritten: '),
    scanned: named('read from end to end: '),
  };
}

/** The same of what was measured. */
export function claimable(outcome: Outcome): Claims {
  const { rewritten, scanned } = outcome;
  const isOld = (line: string): boolean => !line.includes(', new');
  return {
    locks: blockedIn(outcome).map((name) => `${name}: ${lockOn(outcome, name)}`),
    rewritten: rewritten.filter(isOld),
    scanned: scanned.filter(isOld).map((line) => line.split(': ')[0] ?? ''),
  };
}
