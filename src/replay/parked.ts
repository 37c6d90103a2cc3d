import type { Database } from '../database/provider.ts';
import type { QualifiedName } from '../sql/name.ts';
import type { WaitPoint } from './alone-statements.ts';

/** A session of ours that holds a lock until somebody has been seen waiting for it. */
export class Parked {
  readonly #database: Database;
  #backend: number | undefined;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Process id of the backend that holds the lock; undefined while none is held. */
  get backend(): number | undefined {
    return this.#backend;
  }

  /** Takes the lock at once or not at all. Names mean what they mean on this search path. */
  async park({ on, kind, mode }: WaitPoint, searchPath: string): Promise<boolean> {
    try {
      await this.#database.query('BEGIN');
      await this.#database.query("SELECT set_config('search_path', $1, true)", [searchPath]);
      const name = kind === 'table' ? quoted(on) : await this.#tableOf(on);
      await this.#database.query(`LOCK TABLE ONLY ${name} IN ${mode} MODE NOWAIT`);
      const [own] = await this.#database.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      this.#backend = own?.pid;
      return this.#backend !== undefined;
    } catch {
      // No such table, a view, or somebody has a lock on it: then there is nothing to wait for.
      await this.letGo();
      return false;
    }
  }

  /** Ends the transaction; never throws, as a session that is gone holds nothing. */
  async letGo(): Promise<void> {
    this.#backend = undefined;
    await this.#database.query('ROLLBACK').catch(() => this.#database.close());
  }

  async #tableOf(index: QualifiedName): Promise<string> {
    const [row] = await this.#database.query<{ name: string }>(
      'SELECT indrelid::regclass::text AS name FROM pg_index WHERE indexrelid = to_regclass($1)',
      [quoted(index)],
    );
    if (!row) throw new Error(`There is no index ${index.name}`);
    return row.name;
  }
}

const quoted = ({ schema, name }: QualifiedName): string =>
  [...(schema === undefined ? [] : [schema]), name]
    .map((part) => `"${part.replaceAll('"', '""')}"`)
    .join('.');
