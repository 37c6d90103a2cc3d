/** Kinds of catalog objects, in the words PostgreSQL's own commands use. */
export type ObjectKind = string;

/** One thing that differs between two snapshots. */
export interface Difference {
  readonly change: 'gone' | 'new' | 'changed';
  readonly kind: ObjectKind;
  /** Qualified name, `public.` left away: `users.email`. */
  readonly name: string;
  /** The facts that differ; empty for gone and new. */
  readonly facts: readonly ChangedFact[];
  /** One sentence a person would use: "column users.email: type varchar(100) became text". */
  readonly words: string;
  readonly weight: DifferenceWeight;
  /** For a new or gone object: the statement that drops or makes it, where one can be written exactly. */
  readonly undo?: string;
}

export interface ChangedFact {
  readonly fact: string;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * `fault` is a real difference. The rest is what real histories show to be no fault:
 * column order after a re-added column, a constraint that stays validated, an extension
 * kept on purpose, a label that PostgreSQL cannot take out of an enum.
 */
export type DifferenceWeight = 'fault' | 'column-order' | 'validated' | 'extension-kept' | 'enum-label-kept';
