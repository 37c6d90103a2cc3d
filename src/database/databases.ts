import type { Client } from 'pg';
import type { ServerFacts } from '../model/project.ts';
import { withDatabase } from './address.ts';
import { newName, ownIdentifier } from './names.ts';
import { markOwner, takeOwnership } from './orphans.ts';
import type { Database, DatabaseAddress, DatabaseServer } from './provider.ts';
import { connect, SessionDatabase } from './session.ts';

export interface ServerParts {
  readonly provider: ServerFacts['provider'];
  readonly passedOver: readonly string[];
  /** A database that is always there, for making and dropping the others. */
  readonly maintenance: DatabaseAddress;
  /** Ends the server itself, where it is ours. */
  readonly stop: () => Promise<void>;
}

/** Makes and drops databases of our own on a running server; shared by all providers. */
export async function openServer(parts: ServerParts): Promise<DatabaseServer> {
  const client = await connect(parts.maintenance);
  const { rows } = await client.query<{ version: string; num: string }>(
    "SELECT current_setting('server_version') AS version, current_setting('server_version_num') AS num",
  );
  const [version = '', num = '0'] = [rows[0]?.version.split(' ')[0], rows[0]?.num];
  const owner = await takeOwnership(client);
  return new Server(
    parts,
    { client, owner },
    {
      provider: parts.provider,
      version,
      major: Math.floor(Number(num) / 10_000),
      passedOver: parts.passedOver,
    },
  );
}

class Server implements DatabaseServer {
  readonly facts: ServerFacts;
  readonly #parts: ServerParts;
  readonly #client: Client;
  readonly #owner: number;
  readonly #made = new Set<Database>();

  constructor(parts: ServerParts, { client, owner }: { client: Client; owner: number }, facts: ServerFacts) {
    this.#parts = parts;
    this.#client = client;
    this.#owner = owner;
    this.facts = facts;
  }

  async create(from?: Database): Promise<Database> {
    const name = newName();
    const template = from ? ownIdentifier(from.address.database) : 'template0';
    // A copy of files is five times faster than one through the log, and the log is of no use here.
    const strategy = this.facts.major >= 15 ? ' STRATEGY file_copy' : '';
    await this.#client.query(`CREATE DATABASE ${ownIdentifier(name)} TEMPLATE ${template}${strategy}`);
    await markOwner(this.#client, name, this.#owner);
    const database = new SessionDatabase(withDatabase(this.#parts.maintenance, name));
    this.#made.add(database);
    return database;
  }

  async drop(database: Database): Promise<void> {
    await database.close();
    await this.#client.query(
      `DROP DATABASE IF EXISTS ${ownIdentifier(database.address.database)} WITH (FORCE)`,
    );
    this.#made.delete(database);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    try {
      for (const database of [...this.#made]) await this.drop(database).catch(() => undefined);
      await this.#client.end().catch(() => undefined);
    } finally {
      await this.#parts.stop();
    }
  }
}
