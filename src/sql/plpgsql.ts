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
    ? { embedded: [...walk(JSON.parse(answer.json), 1)] }
    : { error: answer.refusal.message };
}

/** The fields whose value is the text of a statement, where an expression stands in them. */
const executed = new Set(['query', 'dynquery']);
/** RAW_PARSE_DEFAULT: a whole statement. Others are expressions and assignments (parser.h). */
const wholeStatement = 0;

function* walk(tree: unknown, line: number): Generator<Embedded> {
  if (typeof tree !== 'object' || tree === null) return;
  const here = 'lineno' in tree && typeof tree.lineno === 'number' ? tree.lineno : line;
  for (const [key, value] of Object.entries(tree)) {
    if (key === 'PLpgSQL_stmt_commit') yield { kind: 'sql', text: 'COMMIT', line: lineOf(value, here) };
    else if (key === 'PLpgSQL_stmt_rollback')
      yield { kind: 'sql', text: 'ROLLBACK', line: lineOf(value, here) };
    else if (isExpression(value)) yield* expression(key, value.PLpgSQL_expr, here);
    else yield* walk(value, here);
  }
}

const lineOf = (node: unknown, otherwise: number): number =>
  typeof node === 'object' && node !== null && 'lineno' in node && typeof node.lineno === 'number'
    ? node.lineno
    : otherwise;

interface Expression {
  readonly query?: string;
  readonly parseMode?: number;
}
const isExpression = (node: unknown): node is { readonly PLpgSQL_expr: Expression } =>
  typeof node === 'object' && node !== null && 'PLpgSQL_expr' in node;

function* expression(
  field: string,
  { query = '', parseMode = 0 }: Expression,
  line: number,
): Generator<Embedded> {
  if (parseMode === wholeStatement) yield { kind: 'sql', text: query, line };
  else if (executed.has(field)) yield { kind: 'execute', text: query, line };
}
