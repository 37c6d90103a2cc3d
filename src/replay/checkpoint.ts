import type { Database } from '../database/provider.ts';
import type { Move } from '../model/observation.ts';
import type { RevisionId } from '../model/revision.ts';
import type { WorkbenchParts } from './parts.ts';

/**
 * A second database that lags behind and only ever goes up: what a spoilt database is rebuilt from.
 * It is made at the first need; catching up never repeats a move, so all rebuilds together cost at most one more walk up.
 */
export class Checkpoint {
  readonly #parts: WorkbenchParts;
  #database: Database | undefined;
  #applied = 0;
  /** Those that the server had before the first revision, and those that the revisions applied here have made. */
  #roles: ReadonlySet<string>;

  constructor(parts: WorkbenchParts, roles: ReadonlySet<string>) {
    this.#parts = parts;
    this.#roles = roles;
  }

  /**
   * Catches up with these revisions, of which the earlier ones are those of the last call, after the roles that a
   * database now dropped has made are gone. Returns the moves it took; throws Unrepeatable.
   */
  async advance(applied: readonly RevisionId[]): Promise<number> {
    this.#database ??= await this.#make();
    await this.#parts.server.dropRolesBut(this.#roles);
    const missing = applied.slice(this.#applied);
    for (const revision of missing) {
      const run = { database: this.#database.address, timeoutMs: this.#parts.timeoutMs };
      const move = await this.#parts.session.move('upgrade', revision, run);
      if (move.failure) throw new Unrepeatable(move);
      this.#applied += 1;
    }
    await this.#parts.session.release();
    this.#roles = await this.#parts.server.roles();
    return missing.length;
  }

  async copy(): Promise<Database> {
    if (!this.#database) throw new Error('A checkpoint is copied after it was advanced');
    await this.#database.close();
    return this.#parts.server.create(this.#database);
  }

  async drop(): Promise<void> {
    if (this.#database) await this.#parts.server.drop(this.#database);
  }

  async #make(): Promise<Database> {
    const database = await this.#parts.server.create();
    await this.#parts.prepare(database);
    return database;
  }
}

/** An upgrade that worked once did not work again on a database with the same history. */
export class Unrepeatable extends Error {
  override readonly name = 'Unrepeatable';

  constructor({ revision, failure }: Move) {
    super(`the upgrade of ${revision} worked once and failed when it was repeated: ${failure?.message}`);
  }
}
