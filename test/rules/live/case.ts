import type { Severity } from '../../../src/model/finding.ts';
import type { RuleOptions } from '../../../src/rules/rule.ts';

/** Migrations that are executed on a real PostgreSQL by a real Alembic, and what the rules are to say of them. */
export interface LiveCase {
  readonly name: string;
  /** SQL that has made, in an earlier revision outside the change, what is there before. Rows included. */
  readonly before?: string;
  /**
   * The revisions of the change, one or several, as the text of a module below its header: `def upgrade(): ...` and,
   * unless taking back is not the point, `def downgrade(): ...`. Or SQL, each text one op.execute.
   */
  readonly code?: string | readonly string[];
  readonly sql?: string | readonly string[];
  /**
   * What is to be seen of tables that were there before, by name: for each transaction of the upgrades the strongest
   * lock, and whether the table was scanned or rewritten: `ACCESS EXCLUSIVE + rewrite`, `SHARE + scan`,
   * `ACCESS EXCLUSIVE | SHARE UPDATE EXCLUSIVE + scan`.
   */
  readonly takes?: Readonly<Record<string, string>>;
  /** How long one move may take, in milliseconds; half a minute unless it is there to hang. */
  readonly timeoutMs?: number;
  /** Majors that it makes sense on. */
  readonly postgres?: { readonly from?: number; readonly until?: number };
  /** Statistics of production: rows by table in public. */
  readonly rows?: Readonly<Record<string, number>>;
  /** Files of the project beside the revisions, such as an env.py: then the case has a project of its own. */
  readonly files?: Readonly<Record<string, string>>;
  /** Rules that are off unless somebody asks for them. */
  readonly on?: readonly string[];
  /** Options of rules, by the rule's id. */
  readonly options?: Readonly<Record<string, RuleOptions>>;
}

export interface LiveBad extends LiveCase {
  /** Each of these stands in the message, the help or the evidence. */
  readonly says: readonly string[];
  /** None of these stands there. */
  readonly omits?: readonly string[];
  /** A piece of the line that the finding is at. */
  readonly at: string;
  /** Where it is not the rule's own. */
  readonly severity?: Severity;
  /** Other rules that have something to say of the same migration, and rightly. */
  readonly also?: readonly string[];
  /** How often it is reported; once unless said. */
  readonly times?: number;
}

/** Nothing at all is said of it, by no rule. */
export interface LiveGood extends LiveCase {
  /** How this shows that a hypothesis is refuted, or which advice of the rule it follows. */
  readonly shows?: string;
}

export interface LiveCases {
  readonly bad: readonly [LiveBad, ...LiveBad[]];
  readonly good: readonly [LiveGood, ...LiveGood[]];
}
