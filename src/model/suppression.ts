import type { RuleId } from './finding.ts';
import type { Place } from './place.ts';

/** An entry of `ignore` in the settings: findings of these rules in these files are let pass. */
export interface IgnoreEntry {
  /** A glob that the end of a file's path has to match: `versions/0003_*.py`. */
  readonly path: string;
  readonly rules: readonly string[];
  /** Empty where none was given; then it does not hold. */
  readonly reason: string;
  /** The last day on which it holds, as 2027-01-31. */
  readonly until?: string;
  /** Where it is written; absent where a program gave it. */
  readonly place?: Place;
}

/** Findings that were there when somebody recorded them. */
export interface Baseline {
  /** Relative to the root of the repository. */
  readonly file: string;
  readonly entries: readonly BaselineEntry[];
}

export interface BaselineEntry {
  readonly rule: RuleId;
  readonly file: string;
  readonly fingerprint: string;
  /** The first words of the message, for whoever reads the file. */
  readonly about: string;
}

/** What came of a baseline in one check. */
export interface BaselineUse {
  readonly file: string;
  /** Findings that it lets pass. */
  readonly letPass: number;
  /** Entries whose finding was looked for and is not there any more. */
  readonly fixed: readonly BaselineEntry[];
  /** Entries whose finding was not looked for this time. */
  readonly notChecked: readonly BaselineEntry[];
}

/** Something by which the change that is checked asks less of itself than the base ref does. */
export interface Relaxation {
  readonly by: 'comment' | 'settings' | 'baseline';
  readonly place?: Place;
  /** What is let pass, or how much less is asked, with the reason where one is given: one line. */
  readonly words: string;
}
