/** One single change of the rich schema, and all that must be said of it. */
export interface Mutation {
  readonly sql: string;
  /** Exactly the words of the differences, in their order. */
  readonly words: readonly string[];
  /** Brings everything back; without it the database is made anew. */
  readonly undo?: string;
  /** First major version that knows it. */
  readonly since?: number;
  /** Last major version that says it in these words. */
  readonly until?: number;
}

/** Shorthand: what is run, what is said, what takes it back. */
export const mutation = (
  sql: string,
  words: string | readonly string[],
  undo?: string,
  more: Partial<Mutation> = {},
): Mutation => ({
  sql,
  words: typeof words === 'string' ? [words] : words,
  ...(undo === undefined ? {} : { undo }),
  ...more,
});
