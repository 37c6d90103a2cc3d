import type { Database } from '../database/provider.ts';
import type { Move, Statement } from '../model/observation.ts';
import type { Relation } from '../model/trace.ts';
import type { Trial } from '../model/trial.ts';
import { batchesOf } from '../sql/batches.ts';
import { countOf, trialOf } from '../sql/count.ts';
import { loadSql } from '../sql/engine.ts';
import { quoteIdent, quoteName } from '../sql/quote.ts';
import { candidateOf, mayBeCandidate } from './trial-candidates.ts';

/** Statements of one move, and milliseconds for each question and for all of them. */
const most = 20;
const questionMs = 1000;
const budgetMs = 5000;
/** Characters of a suggestion that somebody still reads. */
const longest = 2000;

/** The columns of the primary key in its order. Not where a row's key may be another row's as well, in a table that inherits. */
const keyQuery = `SELECT a.attname AS name FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
WHERE i.indrelid = $1::regclass AND i.indisprimary AND (c.relkind = 'p' OR NOT c.relhassubclass)
ORDER BY array_position(i.indkey::int2[], a.attnum)`;

/** Tries out, on the database that the move was made on, what its statements might be replaced by. Changes nothing there. */
export class Trials {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The move with what has stood its trial. Whatever fails, or is not over in time, is no suggestion. */
  async of(move: Move): Promise<Move> {
    if (!move.statements.some(mayBeCandidate)) return move;
    await loadSql();
    const until = performance.now() + budgetMs;
    const known = new Map<string, Trial | undefined>();
    const statements: Statement[] = [];
    for (const statement of move.statements) {
      const { sql } = statement;
      const mayTry = known.size < most && performance.now() < until;
      if (mayTry && !known.has(sql)) known.set(sql, await this.#try(statement));
      const trial = known.get(sql);
      statements.push(trial ? { ...statement, trial } : statement);
    }
    return { ...move, statements };
  }

  async #try(statement: Statement): Promise<Trial | undefined> {
    const candidate = candidateOf(statement);
    const count = candidate && countOf(candidate.command);
    if (!candidate || count === undefined) return undefined;
    try {
      await this.#begin(candidate.table);
      if (!(await this.#succeeds(count))) return undefined;
      const key = await this.#keyOf(candidate.table);
      const batches = batchesOf(candidate.command, key);
      const both = batches && (await this.#succeeds(batches.first)) && (await this.#succeeds(batches.next));
      return both ? { count, batches: { ...batches, key } } : { count };
    } catch {
      // A session that is gone, a table that is no more.
      return undefined;
    } finally {
      await this.#database.query('ROLLBACK').catch(() => undefined);
    }
  }

  /** Names mean what they meant to the statement. */
  async #begin({ schema }: Relation): Promise<void> {
    await this.#database.query(
      `BEGIN; SET LOCAL statement_timeout = ${questionMs}; SET LOCAL lock_timeout = ${questionMs}`,
    );
    const path = [schema, 'public'].map(quoteIdent).join(', ');
    await this.#database.query("SELECT set_config('search_path', $1, true)", [path]);
  }

  async #keyOf(table: Relation): Promise<readonly string[]> {
    const rows = await this.#database.query<{ name: string }>(keyQuery, [quoteName(table)]);
    return rows.map(({ name }) => name);
  }

  async #succeeds(sql: string): Promise<boolean> {
    if (!isReadable(sql)) return false;
    const trial = trialOf(sql);
    try {
      await this.#database.query(`SAVEPOINT trial; ${trial}`);
      // What is prepared outlives its transaction.
      if (trial !== sql) await this.#database.query('DEALLOCATE ALL');
      return true;
    } catch {
      await this.#database.query('ROLLBACK TO trial');
      return false;
    }
  }
}

/** On one line: a line break within a literal would not survive being shown. */
const isReadable = (sql: string): boolean => sql.length <= longest && !/\p{Cc}/u.test(sql);
