import { type ParsedStatement, parseSql } from './parse.ts';
import { certain, isSelection, only, parametersOf, sourceOf } from './rewrite.ts';
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
export const trialOf = (sql: string): string =>
  parametersOf(parseSql(sql).statements) > 0 ? `PREPARE migrate_check_trial AS ${sql}` : sql;
