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

  constructor(parts: WorkbenchParts) {
    this.#parts = parts;
  }

  /** Catches up with these revisions, of which the earlier ones are those of the last call. Returns the moves it took. */
  async advance(applied: readonly RevisionId[]): Promise<number> {
    this.#database ??= await this.#make();
    const missing = applied.slice(this.#applied);
    for (const revision of missing) {
      const run = { database: this.#database.address, timeoutMs: this.#parts.timeoutMs };
      const move = await this.#parts.session.move('upgrade', revision, run);
      if (move.failure) throw new Unrepeatable(move);
      this.#applied += 1;
    }
    await this.#parts.session.release();
    return missing.length;
  }

  async copy(): Promise<Database> {
    if (!this.#database) throw new Error('A checkpoint is copied after it was advanced');
    await this.#database.close();
    return this.#parts.server.create(this.#database);
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
