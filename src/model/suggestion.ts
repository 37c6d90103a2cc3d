import type { RevisionId } from './revision.ts';

/** Whole lines of one file, and what is to stand in their place. */
export interface Edit {
  /** Relative to the root of the repository. */
  readonly file: string;
  /** Lines start at 1; the last one is replaced, too. */
  readonly startLine: number;
  readonly endLine: number;
  /** What the lines say now, without line ends. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/**
 * An edit after which a finding is gone and no other has come: the history was walked with it on the disposable database
 * before anybody sees it.
 */
export interface Suggestion {
  readonly edit: Edit;
  /** The revisions that took the round trip with it. */
  readonly walked: readonly RevisionId[];
  /** What it took to find that out. */
  readonly milliseconds: number;
}
