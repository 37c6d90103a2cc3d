import { CatalogReader } from '../../src/catalog/reader.ts';
import type { Snapshot } from '../../src/catalog/snapshot.ts';
import type { Database, DatabaseServer } from '../../src/database/provider.ts';
import { SessionDatabase } from '../../src/database/session.ts';
import { testMajor, testServer } from '../support/postgres.ts';

const ignored = () => [{ schema: undefined, name: 'alembic_version' }];

/** A database to change, the session that changes it, and a reader in another session that looks again and again. */
export class Stand {
  readonly database: Database;
  readonly reader: CatalogReader;
  readonly #server: DatabaseServer;
  readonly #changing: SessionDatabase;

  private constructor(server: DatabaseServer, database: Database) {
    this.#server = server;
    this.database = database;
    this.#changing = new SessionDatabase(database.address);
    this.reader = new CatalogReader(database, { major: testMajor, ignored });
  }

  /** On a copy of `template`, or on an empty database with this schema. */
  static async make(from: Database | string): Promise<Stand> {
    const server = await testServer();
    const stand = new Stand(server, await server.create(typeof from === 'string' ? undefined : from));
    if (typeof from === 'string') await stand.run(from);
    return stand;
  }

  /** `{database}` stands for the quoted name of the database. */
  async run(sql: string): Promise<void> {
    await this.#changing.query(sql.replaceAll('{database}', `"${this.database.address.database}"`));
  }

  /** What a reader sees that has never looked before. */
  async lookAfresh(): Promise<Snapshot> {
    const session = new SessionDatabase(this.database.address);
    try {
      return await new CatalogReader(session, { major: testMajor, ignored }).take();
    } finally {
      await session.close();
    }
  }

  async end(): Promise<void> {
    await this.#changing.close();
    await this.#server.drop(this.database);
  }
}

/** Every object of a snapshot, in a stable order, for comparing two of them whole. */
export function objectsOf({ journal, position }: Snapshot): readonly unknown[] {
  const all = [...journal.allAt(position)];
  return all.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, object]) => object);
}
