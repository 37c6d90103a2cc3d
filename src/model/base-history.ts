/** A file of a revision as another version of the repository has it. */
export interface VersionOfFile {
  /** Relative to the root of the repository. */
  readonly file: string;
  readonly text: string;
}

/** The base ref that a change is compared with, as far as its revisions differ from those of the change. */
export interface BaseHistory {
  /** As it was named: a branch, a tag, a commit. */
  readonly ref: string;
  /** As the files were where the change began: those that the change edits or takes away. */
  readonly edited: readonly VersionOfFile[];
  /** What the ref has got or edited since. */
  readonly newer: readonly VersionOfFile[];
}
