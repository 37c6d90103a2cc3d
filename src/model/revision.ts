import type { Place } from './place.ts';

export type RevisionId = string & { readonly __brand: 'RevisionId' };

/** What a reader of `upgrade()` or `downgrade()` sees without running it. */
export interface FunctionOutline {
  /**
   * absent: not defined. empty: only `pass`, `...`, a docstring or a bare return.
   * raises: its first statement raises. acts: anything else.
   */
  readonly shape: 'absent' | 'empty' | 'raises' | 'acts';
  /** Of the `def` line to its last line; absent when the function is. */
  readonly place?: Place;
  /** The exception class that `raises` names, such as NotImplementedError. */
  readonly exception?: string;
}

/** `# migrate-check: irreversible the old values are not kept` */
export interface Directive {
  readonly keyword: string;
  readonly text: string;
  readonly place: Place;
  /** What it is about; absent where it stands alone, with nothing below it. */
  readonly covers?: Covered;
}

/** A statement (a block with all that is in it), a function with its decorators, or the file. */
export interface Covered {
  readonly what: 'statement' | 'function' | 'file';
  /** Of its first line to its last; the file has none. */
  readonly place: Place;
}

/** Something outside the file of a revision that decides what the revision does; read without running it. */
export interface Reliance {
  /**
   * application: a module of the project that is no part of its migrations. environment: variables of the process.
   * schema: a branch of the upgrade that is taken or not by what the database has already. connection: an answer of
   * the database, which `alembic upgrade --sql` does not get.
   */
  readonly on: 'application' | 'environment' | 'schema' | 'connection';
  /** The module, what reads the environment, or the question: `shop.models`, `os.environ`, `has_table`, `execute`. */
  readonly name: string;
  /** What is imported from the module, where that is said. */
  readonly parts: readonly string[];
  readonly place: Place;
}

/** One migration. */
export interface Revision {
  readonly id: RevisionId;
  readonly parents: readonly RevisionId[];
  /** `depends_on`, resolved to ids. */
  readonly dependsOn: readonly RevisionId[];
  readonly labels: readonly string[];
  /** First line of the docstring or the message of the revision. */
  readonly title: string;
  /** The file, and the line that assigns `revision`. */
  readonly place: Place;
  readonly upgrade: FunctionOutline;
  readonly downgrade: FunctionOutline;
  readonly directives: readonly Directive[];
  /** Absent where nobody could look for them. */
  readonly reliances?: readonly Reliance[];
  /** Text of the file, for code frames. */
  readonly source: string;
}

export type GraphFault =
  | {
      readonly kind: 'missing-parent';
      readonly child: RevisionId;
      readonly parent: string;
      readonly place: Place;
    }
  | {
      readonly kind: 'duplicate-id';
      readonly id: RevisionId;
      readonly places: readonly Place[];
      /** Text of the file of each place. */
      readonly sources?: readonly string[];
    }
  | { readonly kind: 'cycle'; readonly members: readonly RevisionId[]; readonly places: readonly Place[] }
  | { readonly kind: 'unloadable'; readonly place: Place; readonly error: string; readonly message: string };

/** A directed acyclic graph, never a list: branches, merges and several bases are ordinary. */
export interface RevisionGraph {
  /** In a stable topological order: parents and dependencies before children. Without the revisions that faults make unusable. */
  readonly revisions: readonly Revision[];
  readonly bases: readonly RevisionId[];
  readonly heads: readonly RevisionId[];
  readonly faults: readonly GraphFault[];
}
