import type { A_Expr, Node } from '@pgsql/types';
import { texts } from './name.ts';
import { nodeOf, nodesOf } from './nodes.ts';
import { parseSql } from './parse.ts';

/** The text that an expression stands for, where it is made of string literals alone: 'a', 'a' || 'b'. */
export function literalOf(expression: string): string | undefined {
  const [statement, ...more] = parseSql(`SELECT ${expression}`).statements;
  if (statement?.kind !== 'SelectStmt' || more.length > 0) return undefined;
  const [target] = nodesOf(statement.node.targetList, 'ResTarget');
  return textOf(target?.val);
}

function textOf(node: Node | undefined): string | undefined {
  const literal = nodeOf(node, 'A_Const')?.sval;
  if (literal) return literal.sval ?? '';
  const cast = nodeOf(node, 'TypeCast');
  if (cast) return textOf(cast.arg);
  const expression = nodeOf(node, 'A_Expr');
  return expression && joined(expression);
}

function joined({ name, lexpr, rexpr }: A_Expr): string | undefined {
  if (texts(name).join('.') !== '||') return undefined;
  const [left, right] = [textOf(lexpr), textOf(rexpr)];
  return left === undefined || right === undefined ? undefined : left + right;
}
