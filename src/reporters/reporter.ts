import type { RuleId } from '../model/finding.ts';
import type { Place } from '../model/place.ts';
import type { Report } from '../model/report.ts';

/** The contract of a reporter: pure, a report in, text out. */
export interface Reporter {
  readonly id: string;
  render(report: Report, how: RenderOptions): string;
}

export interface RenderOptions {
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  readonly verbose: boolean;
  /** Absent where the reader has nothing to follow. */
  readonly links?: Links;
  /** What is known of a rule beside its summary; undefined of one that this version does not have. */
  rule?(rule: RuleId): RuleText | undefined;
  /** The most that the text may be, in bytes of UTF-8; what does not go in is left out from the mildest on, and counted. */
  readonly budget?: number;
}

/** Addresses, for a reader who is not beside the files. */
export interface Links {
  /** Of a line in the repository at the commit that was checked; undefined where that is not known. */
  place(place: Place): string | undefined;
  /** Of the page of a rule. */
  rule(rule: RuleId): string;
}

/** Of a rule, what a document says that is read without us. */
export interface RuleText {
  /** What happens to whom, and what to do: a paragraph each, with code in backticks and no other Markdown. */
  readonly why: string;
  readonly fix: string;
  /** Address of its page. */
  readonly page: string;
  /** The part of the walk that it judges; `rest` where it is about none of them. */
  readonly part: WalkPart;
}

export type WalkPart = 'upgrade' | 'downgrade' | 'reupgrade' | 'chain' | 'rehearsal' | 'models' | 'rest';
