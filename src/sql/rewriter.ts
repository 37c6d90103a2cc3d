/** A statement as node-sql-parser reads it: only what is taken out of one tree and put into another. */
export interface Draft {
  table?: readonly Source[];
  from?: readonly Source[] | undefined;
  set?: unknown;
  where?: Condition | null;
}
export interface Source {
  readonly db: string | null;
  readonly table: string;
  readonly as: string | null;
}
export interface Condition {
  readonly type: string;
  parentheses?: boolean;
  left?: Condition;
  right?: { readonly value?: readonly { readonly ast?: Draft }[] };
}

interface Rewriter {
  astify(sql: string, options: { readonly database: string }): unknown;
  sqlify(tree: unknown, options: { readonly database: string }): string;
}

const dialect = { database: 'Postgresql' };

let rewriter: Rewriter | undefined;

/** Loads node-sql-parser, which writes SQL; about 30 ms. Called by loadSql. */
export async function loadRewriter(): Promise<void> {
  const { default: parsers } = await import('node-sql-parser/build/postgresql.js');
  rewriter = new parsers.Parser();
}

/** The draft of one statement. Throws where node-sql-parser cannot read it; what it reads it may read wrongly. */
export function draft(sql: string): Draft {
  const read = loaded().astify(sql, dialect);
  const [only, ...more] = (Array.isArray(read) ? read : [read]) as Draft[];
  if (!only || more.length > 0) throw new Error('not one statement');
  return only;
}

export const written = (tree: Draft): string => loaded().sqlify(tree, dialect);

function loaded(): Rewriter {
  if (!rewriter) throw new Error('The SQL rewriter is not loaded: await loadSql() first');
  return rewriter;
}
