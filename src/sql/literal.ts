import type { Node } from '@pgsql/types';
import { parseSql } from './parse.ts';

/** The text that an expression stands for, where it is made of string literals alone: 'a', 'a' || 'b'. */
export function literalOf(expression: string): string | undefined {
  const [statement, ...more] = parseSql(`SELECT ${expression}`).statements;
  if (statement?.kind !== 'SelectStmt' || more.length > 0) return undefined;
  const [target] = statement.node.targetList ?? [];
  return target && 'ResTarget' in target ? textOf(target.ResTarget.val) : undefined;
}

function textOf(node: Node | undefined): string | undefined {
  if (!node) return undefined;
  if ('A_Const' in node) return node.A_Const.sval && (node.A_Const.sval.sval ?? '');
  if ('TypeCast' in node) return textOf(node.TypeCast.arg);
  return 'A_Expr' in node ? joined(node.A_Expr) : undefined;
}

function joined({ name, lexpr, rexpr }: Extract<Node, { A_Expr: unknown }>['A_Expr']): string | undefined {
  const [operator] = name ?? [];
  if (!operator || !('String' in operator) || operator.String.sval !== '||') return undefined;
  const [left, right] = [textOf(lexpr), textOf(rexpr)];
  return left === undefined || right === undefined ? undefined : left + right;
}
