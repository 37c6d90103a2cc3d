import type { Node } from '@pgsql/types';
import { nodeOf } from './nodes.ts';
import { type ParsedStatement, parseSql } from './parse.ts';
import { type Draft, draft, type Source } from './rewriter.ts';
import { sameTree } from './same.ts';
import { under } from './walk.ts';

/** node-sql-parser needs seconds for a megabyte. */
const longest = 20_000;

export type Target = ParsedStatement<'UpdateStmt' | 'DeleteStmt'>;

/**
 * Hands on an UPDATE or DELETE with no second table in play. The draft may have been read wrongly: what is made of it
 * counts only where PostgreSQL's own grammar finds the same parts in it (isSelection, isBatch).
 */
export function certain<T>(
  statement: ParsedStatement,
  rewrite: (target: Target, tree: Draft) => T,
): T | undefined {
  if (statement.kind !== 'UpdateStmt' && statement.kind !== 'DeleteStmt') return undefined;
  if (statement.text.length > longest || isJoined(statement)) return undefined;
  try {
    return rewrite(statement, draft(statement.text));
  } catch {
    // Whatever it cannot read, or is nested too deeply for it, has no suggestion.
    return undefined;
  }
}

function isJoined({ kind, node }: Target): boolean {
  const others = kind === 'UpdateStmt' ? node.fromClause : node.usingClause;
  return others !== undefined || node.withClause !== undefined || node.returningClause !== undefined;
}

export function only(sql: string): ParsedStatement | undefined {
  const { statements, errors } = parseSql(sql);
  return statements.length === 1 && errors.length === 0 ? statements[0] : undefined;
}

export function sourceOf(tree: Draft): Source {
  const [source] = tree.table ?? [];
  if (!source) throw new Error('no table');
  return { db: source.db, table: source.table, as: source.as };
}

/** Whether a SELECT reads just the rows that the statement would write, those after a key where one is given. */
export function isSelection(
  node: ParsedStatement['node'] | undefined,
  target: Target,
  last?: string,
): boolean {
  const select = node as { readonly fromClause?: readonly Node[]; readonly whereClause?: Node } | undefined;
  const [from, ...more] = select?.fromClause ?? [];
  const wanted = [
    ...conditions(target.node.whereClause),
    ...(last === undefined ? [] : [parsedCondition(last)]),
  ];
  const found = conditions(select?.whereClause).filter((one) => !isTrue(one));
  return (
    more.length === 0 &&
    sameTree(nodeOf(from, 'RangeVar'), target.node.relation) &&
    sameTree(
      found,
      wanted.filter((one) => !isTrue(one)),
    )
  );
}

const isTrue = (node: Node | undefined): boolean => nodeOf(node, 'A_Const')?.boolval?.boolval === true;

/** What AND joins. */
const conditions = (node: Node | undefined): readonly (Node | undefined)[] => {
  if (!node) return [];
  const joined = nodeOf(node, 'BoolExpr');
  return joined?.boolop === 'AND_EXPR' ? (joined.args ?? []).flatMap(conditions) : [node];
};

function parsedCondition(sql: string): Node | undefined {
  const statement = only(`SELECT WHERE ${sql}`);
  return statement?.kind === 'SelectStmt' ? statement.node.whereClause : undefined;
}

/** The numbers of the parameters in a tree, $1 and so on. */
export function parametersOf(tree: unknown): ReadonlySet<number> {
  const found = [...under(tree, 'ParamRef')] as readonly { readonly number?: number }[];
  return new Set(found.map(({ number = 0 }) => number));
}

/** The highest of them; 0 where there is none. */
export const lastParameter = (tree: unknown): number => Math.max(0, ...parametersOf(tree));
