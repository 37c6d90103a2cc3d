import type { Place } from './place.ts';
import type { RevisionId } from './revision.ts';
import type { Suggestion } from './suggestion.ts';

export type RuleId = string & { readonly __brand: 'RuleId' };
/** Worst first. */
export const severities = ['error', 'warning', 'notice'] as const;
export type Severity = (typeof severities)[number];

/** One rule's opinion about one place, with what it rests on. */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** What happens, to whom: one or two sentences, plain text. */
  readonly message: string;
  /** What to type, plain text; code is on lines of its own, indented. */
  readonly help: string;
  readonly place: Place;
  readonly revision?: RevisionId;
  /** Lines to show: the differences, the SQL, the server's message, detail and hint. */
  readonly evidence: readonly Evidence[];
  /** Stable while the file is edited elsewhere: rule, revision and the subject of the fault, without line numbers. */
  readonly fingerprint: string;
  /** The table that it is about. */
  readonly table?: FindingTable;
  /** Who has said that it is to be let pass; it is listed all the same, and does not count. */
  readonly suppressed?: Suppression;
  /** The edit that ends it, where one was tried and does. */
  readonly suggestion?: Suggestion;
}

/** Those that count. */
export const countedIn = ({ findings }: { readonly findings: readonly Finding[] }): readonly Finding[] =>
  findings.filter(({ suppressed }) => !suppressed);

export interface FindingTable {
  readonly schema: string;
  readonly name: string;
  /** About how many it has in production, where somebody told us. */
  readonly rows?: number;
  /** In production, with indexes and TOAST, where somebody told us. */
  readonly bytes?: number;
}

export interface Suppression {
  readonly by: 'comment' | 'settings' | 'baseline';
  readonly place?: Place;
  readonly reason: string;
  /** The last day on which it holds, as 2027-01-31. */
  readonly until?: string;
}

export type Evidence =
  | { readonly kind: 'difference'; readonly words: string; readonly before?: string; readonly after?: string }
  | { readonly kind: 'sql'; readonly text: string }
  | { readonly kind: 'server'; readonly text: string }
  | { readonly kind: 'output'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string };

/** A rule that could not look is not a rule that found nothing. */
export type Coverage =
  | {
      readonly rule: RuleId;
      readonly state: 'checked';
      readonly subjects: number;
      readonly notChecked: readonly string[];
    }
  /** optIn: off unless somebody asks for it. */
  | { readonly rule: RuleId; readonly state: 'off'; readonly optIn?: true }
  | { readonly rule: RuleId; readonly state: 'not-checked'; readonly why: string };

/** What a reader of a report needs to know of a rule. */
export interface RuleSummary {
  readonly id: RuleId;
  readonly title: string;
  readonly severity: Severity;
}
