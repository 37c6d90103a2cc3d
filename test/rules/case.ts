import type { Facts } from '../../src/model/report.ts';
import type { JudgeSettings } from '../../src/rules/judge.ts';

/** What a rule is shown, and what it says of it. */
interface Bad {
  readonly name: string;
  readonly facts: Facts;
  /** Beside those that everybody has. */
  readonly settings?: Partial<JudgeSettings>;
  /** Each of these stands in the message, the help or the evidence. */
  readonly says: readonly string[];
  /** None of these stands there. */
  readonly omits?: readonly string[];
  readonly line: number;
  readonly file?: string;
  /** Where it is not the rule's own. */
  readonly severity?: 'warning' | 'notice';
}

interface Good {
  readonly name: string;
  readonly facts: Facts;
  /** Beside those that everybody has. */
  readonly settings?: Partial<JudgeSettings>;
}

export interface Cases {
  /** The rule reports these once, and no other rule says anything. */
  readonly bad: readonly [Bad, ...Bad[]];
  /** The rule has nothing to say of these; others may. */
  readonly good: readonly [Good, ...Good[]];
}
