import type { Database } from '../database/provider.ts';
import { loadSql } from '../sql/engine.ts';
import { parseSql } from '../sql/parse.ts';
import type { AloneStatement, ObserveAlone } from '../tools/tool.ts';
import { mayBeWrapped, waitPointsOf } from './alone-statements.ts';
import { OutsideLook } from './outside-look.ts';

/** A command that is to give up sooner than this could give up because of us. */
const shortestTimeoutMs = 200;

/**
 * How statements that commit by themselves are looked at on a database. PostgreSQL's own grammar says which of them
 * may run in a transaction; those that may not are made to wait for a session of ours.
 */
export function observeAlone(database: Database): ObserveAlone {
  const look = new OutsideLook(database);
  return async (statement) => {
    await loadSql();
    const { statements, errors } = parseSql(statement.sql);
    if (errors.length === 0 && statements.every(mayBeWrapped)) return { way: 'inside' };
    const points = isPatient(statement) && statements.length === 1 ? statements.flatMap(waitPointsOf) : [];
    return look.begin(statement, points);
  };
}

const isPatient = ({ lockTimeoutMs, statementTimeoutMs }: AloneStatement): boolean =>
  [lockTimeoutMs, statementTimeoutMs].every((limit) => limit === 0 || limit >= shortestTimeoutMs);
