import { parseBody } from './engine.ts';

/** SQL in a PL/pgSQL body. */
export interface Embedded {
  /** sql: a statement as it is executed. execute: an expression whose value is executed. */
  readonly kind: 'sql' | 'execute';
  readonly text: string;
  /** Of the body, from 1. */
  readonly line: number;
}

/** The SQL of a DO or CREATE FUNCTION statement in PL/pgSQL, or why it cannot be read. */
export function embeddedIn(
  statement: string,
): { readonly embedded: readonly Embedded[] } | { readonly error: string } {
  const answer = parseBody(statement);
  return 'json' in answer
    ? { embedded: [...walk('', JSON.parse(answer.json), 1)] }
    : { error: answer.refusal.message };
}

/** The fields whose value is the text of a statement, where an expression stands in them. */
const executed = new Set(['query', 'dynquery']);
/** RAW_PARSE_DEFAULT: a whole statement. Others are expressions and assignments (parser.h). */
const wholeStatement = 0;

/** Statements that are the same wherever they stand. */
const fixed: Readonly<Record<string, string>> = {
  PLpgSQL_stmt_commit: 'COMMIT',
  PLpgSQL_stmt_rollback: 'ROLLBACK',
};

interface Expression {
  readonly query: string;
  readonly parseMode?: number;
}
interface Node {
  readonly lineno?: number;
  readonly PLpgSQL_expr?: Expression;
}

/** `field`: what the node is called in the one around it. */
function* walk(field: string, node: unknown, outer: number): Generator<Embedded> {
  if (typeof node !== 'object' || node === null) return;
  const { lineno: line = outer, PLpgSQL_expr: expression }: Node = node;
  const text = fixed[field];
  if (text !== undefined) yield { kind: 'sql', text, line };
  else if (expression) yield* embedded(field, expression, line);
  else for (const [name, value] of Object.entries(node)) yield* walk(name, value, line);
}

function* embedded(field: string, { query, parseMode = 0 }: Expression, line: number): Generator<Embedded> {
  if (parseMode === wholeStatement) yield { kind: 'sql', text: query, line };
  else if (executed.has(field)) yield { kind: 'execute', text: query, line };
}
