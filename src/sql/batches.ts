import type { Batches } from '../model/trial.ts';
import { texts } from './name.ts';
import { nodeOf, nodesOf } from './nodes.ts';
import type { ParsedStatement } from './parse.ts';
import { certain, isSelection, lastParameter, only, sourceOf, type Target } from './rewrite.ts';
import { type Condition, type Draft, draft, written } from './rewriter.ts';
import { sameTree } from './same.ts';
import { under } from './walk.ts';

/** Rows that one batch writes. */
const batchRows = 10_000;

/**
 * The same in batches, with the columns of the primary key in its order. Undefined where that is not certain, or where
 * it would do something else: it writes to its own key, reads its own table again, or chooses anew each time.
 */
export function batchesOf(statement: ParsedStatement, key: readonly string[]): Batches | undefined {
  return certain(statement, (target, tree) => {
    if (key.length === 0 || dependsOnItself(target, key)) return undefined;
    const deletes = target.kind === 'DeleteStmt';
    const first = batch(target, tree, key);
    const next = deletes ? first : batch(target, tree, key, lastParameter(target.node));
    return first === undefined || next === undefined ? undefined : { first, next };
  });
}

function dependsOnItself(target: Target, key: readonly string[]): boolean {
  const name = target.node.relation?.relname;
  const readsItself = [...under(target.node, 'relname')].filter((one) => one === name).length > 1;
  return readsItself || (target.kind === 'DeleteStmt' ? choosesAnew(target) : writesTo(target, key));
}

/** Functions that give the same for the same row as long as nobody writes to it. */
const steady = new Set(
  'now lower upper length char_length btrim ltrim rtrim replace substring left right date_trunc date_part extract abs array_length cardinality jsonb_typeof jsonb_array_length'.split(
    ' ',
  ),
);

/** A DELETE is repeated until nothing is left: with random() that would be the whole table. */
const choosesAnew = (target: Target): boolean =>
  (
    [...under(target.node, 'FuncCall')] as readonly { readonly funcname?: Parameters<typeof texts>[0] }[]
  ).some(({ funcname }) => !steady.has(texts(funcname).at(-1) ?? ''));

function writesTo(target: Target, key: readonly string[]): boolean {
  const set = 'targetList' in target.node ? target.node.targetList : undefined;
  return nodesOf(set, 'ResTarget').some(({ name = '' }) => key.includes(name));
}

/** UPDATE t SET ... WHERE key IN (SELECT key FROM t WHERE condition AND key > last ORDER BY key LIMIT n) */
function batch(target: Target, tree: Draft, key: readonly string[], after?: number): string | undefined {
  const columns = key.map((column) => `"${column.replaceAll('"', '""')}"`);
  const tuple = columns.length > 1 ? `(${columns.join(', ')})` : columns.join();
  const list = columns.join(', ');
  const deletes = target.kind === 'DeleteStmt';
  const last = after === undefined ? undefined : `${tuple} > ${lastKey(key.length, after)}`;
  const pattern = draft(
    `${deletes ? 'DELETE FROM t' : 'UPDATE t SET c = 1'} WHERE ${tuple} IN (SELECT ${list} FROM t ` +
      `WHERE true${last === undefined ? '' : ` AND ${last}`} ORDER BY ${list} LIMIT ${batchRows}) ` +
      `${deletes ? '' : `RETURNING ${list}`}`,
  );
  fill(pattern, tree);
  const sql = written(pattern);
  return isBatch(only(sql), target, last) ? sql : undefined;
}

const lastKey = (columns: number, after: number): string =>
  `(${Array.from({ length: columns }, (_, at) => `$${after + at + 1}`).join(', ')})`;

/** Puts the table, what is set and the condition where the pattern has t, c and true. */
function fill(pattern: Draft, tree: Draft): void {
  const inner = pattern.where?.right?.value?.[0]?.ast;
  if (!inner) throw new Error('no subquery');
  pattern.table = tree.table ?? [];
  pattern.from = tree.from;
  pattern.set = tree.set;
  inner.from = [sourceOf(tree)];
  if (!tree.where) return;
  const condition: Condition = { ...tree.where, parentheses: true };
  if (inner.where?.left) inner.where.left = condition;
  else inner.where = condition;
}

function isBatch(batched: ParsedStatement | undefined, target: Target, last: string | undefined): boolean {
  if (batched?.kind !== target.kind) return false;
  const { node } = batched as Target;
  const inner = nodeOf(nodeOf(node.whereClause, 'SubLink')?.subselect, 'SelectStmt');
  const sameSet =
    !('targetList' in target.node) ||
    sameTree((node as typeof target.node).targetList, target.node.targetList);
  return sameTree(node.relation, target.node.relation) && sameSet && isSelection(inner, target, last);
}
