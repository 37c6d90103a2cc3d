/** One change to one place of a source. */
export interface Mutant {
  /** Unique among the mutants of a run; the changed sources know it by this. */
  readonly id: string;
  /** Path from the root of the repository. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** What stands there, and what stands there instead. */
  readonly was: string;
  readonly becomes: string;
}

/**
 * What the tests made of it. `killed`: one of them failed; `timeout`: they did not come to an end, which is as good;
 * `not covered`: none of them comes by; `static`: it is evaluated while the module loads and never again, so that it
 * cannot be tried in a process that has loaded it.
 */
export type Fate = 'killed' | 'timeout' | 'survived' | 'not covered' | 'static';

/** The sources with all their mutants in them, each behind a switch. */
export interface Mutated {
  /** URL of a source -> its text as TypeScript. */
  readonly sources: ReadonlyMap<string, string>;
  readonly mutants: readonly Mutant[];
}
