import type { Statement } from '../model/observation.ts';
import type { Relation } from '../model/trace.ts';
import { type ParsedStatement, parseSql } from '../sql/parse.ts';

/** Cheap, and true where candidateOf has to read it. */
export const mayBeCandidate = ({ sql, trace }: Statement): boolean =>
  trace !== undefined && /\b(?:update|delete)\b/i.test(sql);

/** An UPDATE or DELETE of a table that was there before. */
export interface Candidate {
  readonly command: ParsedStatement;
  readonly table: Relation;
}

/** Undefined for a statement that is anything else, or more than that. */
export function candidateOf(statement: Statement): Candidate | undefined {
  if (!mayBeCandidate(statement)) return undefined;
  const { statements, errors } = parseSql(statement.sql);
  const [command, ...more] = statements;
  if (!command || more.length > 0 || errors.length > 0) return undefined;
  if (command.kind !== 'UpdateStmt' && command.kind !== 'DeleteStmt') return undefined;
  const table = tableOf(statement, command);
  return table && movesNoSequence(statement.sql) ? { command, table } : undefined;
}

function tableOf(
  { trace }: Statement,
  { node }: ParsedStatement<'UpdateStmt' | 'DeleteStmt'>,
): Relation | undefined {
  const { schemaname, relname } = node.relation ?? {};
  return [...(trace?.locks ?? []), ...(trace?.scanned ?? []), ...(trace?.written ?? [])]
    .map(({ relation }) => relation)
    .find(
      ({ schema, name, kind, existed }) =>
        existed &&
        name === relname &&
        (schemaname === undefined || schema === schemaname) &&
        (kind === 'table' || kind === 'partitioned table'),
    );
}

/** That is not taken back with a transaction. */
const movesNoSequence = (sql: string): boolean => !/\b(?:nextval|setval)\b/i.test(sql);
