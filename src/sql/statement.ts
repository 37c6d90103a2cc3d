import type { NodeKind, NodeNamed } from './nodes.ts';

/** What PostgreSQL's own source calls its statements: AlterTableStmt, IndexStmt, SelectStmt, ... (parsenodes.h) */
export type StatementKind = Exclude<Extract<NodeKind, `${string}Stmt`>, 'RawStmt' | 'PLAssignStmt'>;

/** The tree of one kind of statement. Zeros, empty texts, empty lists and `false` are absent from it. */
type StatementNode<K extends StatementKind> = NodeNamed<K>;

interface Of<K extends StatementKind> {
  readonly kind: K;
  readonly node: StatementNode<K>;
  /** From its first word on, without the semicolon. */
  readonly text: string;
  /** Where it stands in the text that was parsed, in UTF-16 units; `end` is behind its last one. */
  readonly start: number;
  readonly end: number;
}

/** One statement. Its `kind` says which tree `node` is. */
export type ParsedStatement<K extends StatementKind = StatementKind> = { [S in K]: Of<S> }[K];

/** Something in a text that is no statement. */
export interface SqlError {
  /** In PostgreSQL's own words, or why it was not asked. */
  readonly message: string;
  /** In UTF-16 units. */
  readonly at: number;
}

/** All of a text that can be read, in its order, and what cannot. */
export interface Parsed {
  readonly statements: readonly ParsedStatement[];
  readonly errors: readonly SqlError[];
}
