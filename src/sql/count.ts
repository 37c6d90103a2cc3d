import { type ParsedStatement, parseSql } from './parse.ts';
import { certain, isSelection, lastParameter, only, parametersOf, sourceOf } from './rewrite.ts';
import { type Draft, draft, written } from './rewriter.ts';

/** The SELECT that counts the rows an UPDATE or DELETE would write; undefined where that is not certain. */
export function countOf(statement: ParsedStatement): string | undefined {
  return certain(statement, (target, tree) => {
    const count: Draft = {
      ...draft('SELECT count(*) FROM t'),
      from: [sourceOf(tree)],
      where: tree.where ?? null,
    };
    const sql = written(count);
    return isSelection(only(sql)?.node, target) ? sql : undefined;
  });
}

/**
 * What to execute on a disposable database, in a transaction that is rolled back, before anybody is shown a statement
 * that was written here. One with parameters is only prepared: PostgreSQL then looks up its names and types.
 */
export function trialOf(sql: string): string {
  const { statements } = parseSql(sql);
  const used = parametersOf(statements);
  if (used.size === 0) return sql;
  // A number that is left out needs a type, since PostgreSQL has nothing to tell it from.
  const types = Array.from({ length: lastParameter(statements) }, (_, at) =>
    used.has(at + 1) ? 'unknown' : 'text',
  );
  return `PREPARE migrate_check_trial (${types.join(', ')}) AS ${sql}`;
}
