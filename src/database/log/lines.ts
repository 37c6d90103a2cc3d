import type { LoggedStatement } from '../provider.ts';

/** Only the first line of what a server writes at once begins without a tab (append_with_tabs in elog.c). */
const betweenEntries = /\n(?!\t)/;

/**
 * `log_statement` writes `statement:` for the simple protocol, `execute NAME:` for the extended one; what fetches more
 * rows of a portal is no new statement (exec_simple_query and exec_execute_message in postgres.c).
 */
const sent = /^\d+:(.*?):LOG: {2}(?:statement|execute (?!fetch from )[^\n]*?): (.*)$/s;

/** The statements in a piece of a log that begins and ends with whole lines, in their order. */
export const statementsIn = (text: string): readonly LoggedStatement[] =>
  text.split(betweenEntries).flatMap((entry) => {
    const [, database, sql] = sent.exec(entry) ?? [];
    if (database === undefined || sql === undefined) return [];
    return [{ database, sql: sql.replaceAll('\n\t', '\n') }];
  });
