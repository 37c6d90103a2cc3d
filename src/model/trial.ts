/** The same UPDATE or DELETE in batches by the columns of its table's primary key. Each is one statement, without a semicolon. */
export interface Batches {
  readonly first: string;
  /**
   * Executed until it writes no row. Of an UPDATE it takes the key of the last row so far, the greatest that `first`
   * or `next` returned, as further parameters; of a DELETE it is `first` again.
   */
  readonly next: string;
}

/**
 * What a finding may suggest to whoever has written an UPDATE or DELETE. The disposable database has executed all of it
 * after the upgrade, and taken it back; what takes parameters it has prepared.
 */
export interface Trial {
  /** Counts the rows that the statement would write. */
  readonly count: string;
  /** Absent where they are not certain to do the same, or the table has no primary key. */
  readonly batches?: Batches & { readonly key: readonly string[] };
}
