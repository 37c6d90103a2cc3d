import type { Client } from 'pg';
import type { ServerFacts } from '../model/project.ts';
import { SetupError } from '../model/setup-error.ts';
import { withDatabase } from './address.ts';
import { copyAttributes } from './copied.ts';
import { ServerLog } from './log/server-log.ts';
import { newName, ownIdentifier } from './names.ts';
import { ownedBy, takeOwnership } from './orphans.ts';
import type { Database, DatabaseAddress, DatabaseRequest, DatabaseServer } from './provider.ts';
import { connect, lostServer, SessionDatabase } from './session.ts';

export interface ServerParts {
  readonly provider: ServerFacts['provider'];
  readonly request: Pick<DatabaseRequest, 'postgres' | 'passedOver'>;
  /** A database that is always there, for making and dropping the others. */
  readonly maintenance: DatabaseAddress;
  /** Where it writes its log, as it can open it itself. Absent where it is not ours. */
  readonly log?: string;
  /** Ends the server with all that is in it. Absent where it is not ours: then our databases are dropped. */
  readonly stop?: () => Promise<void>;
}

/** Makes and drops databases of our own on a running server; shared by all providers. */
export async function openServer(parts: ServerParts): Promise<DatabaseServer> {
  const client = await connect(parts.maintenance, { unlogged: parts.log !== undefined });
  try {
    const facts = { ...(await askVersion(client, parts.request)), provider: parts.provider };
    const owner = await takeOwnership(client);
    return new Server(parts, { client, owner }, { ...facts, passedOver: parts.request.passedOver ?? [] });
  } catch (error) {
    await client.end();
    throw error;
  }
}

/** An image or a server of the user's is of the version that it is, whatever was asked for. */
async function askVersion(
  client: Client,
  { postgres }: ServerParts['request'],
): Promise<Pick<ServerFacts, 'version' | 'major'>> {
  const { rows } = await client.query<{ version: string; num: string }>(
    "SELECT current_setting('server_version') AS version, current_setting('server_version_num') AS num",
  );
  const [version = '', num = '0'] = [rows[0]?.version.split(' ')[0], rows[0]?.num];
  const major = Math.floor(Number(num) / 10_000);
  if (postgres === undefined || postgres === major) return { version, major };
  throw new SetupError(
    'no-database',
    `PostgreSQL ${version} is there, and --postgres asks for ${postgres}`,
    'Leave --postgres out, or name another image or server',
  );
}

const notOurs = 'the server is not ours, and neither is its log';

class Server implements DatabaseServer {
  readonly facts: ServerFacts;
  readonly log: ServerLog | { readonly why: string };
  readonly #parts: ServerParts;
  readonly #client: Client;
  readonly #owner: number;
  readonly #made = new Set<Database>();

  constructor(parts: ServerParts, { client, owner }: { client: Client; owner: number }, facts: ServerFacts) {
    this.#parts = parts;
    this.#client = client;
    this.#owner = owner;
    this.facts = facts;
    const { log: file, maintenance } = parts;
    this.log = file === undefined ? { why: notOurs } : new ServerLog({ maintenance, file });
  }

  async create(from?: Database): Promise<Database> {
    const name = newName();
    const template = from ? ownIdentifier(from.address.database) : 'template0';
    // A copy of files is five times faster than one through the log, and the log is of no use here.
    const strategy = this.facts.major >= 15 ? ' STRATEGY file_copy' : '';
    const address = withDatabase(this.#parts.maintenance, name);
    const database = new SessionDatabase(address, { unlogged: this.log instanceof ServerLog });
    await this.#run(
      `CREATE DATABASE ${ownIdentifier(name)} TEMPLATE ${template}${strategy} ${ownedBy(this.#owner)}`,
    );
    this.#made.add(database);
    if (from) await this.#run(copyAttributes(from.address.database, name));
    return database;
  }

  async drop(database: Database): Promise<void> {
    await database.close();
    await this.#run(`DROP DATABASE IF EXISTS ${ownIdentifier(database.address.database)} WITH (FORCE)`);
    this.#made.delete(database);
  }

  async roles(): Promise<ReadonlySet<string>> {
    const { rows } = await this.#client.query<{ name: string }>('SELECT rolname AS name FROM pg_roles');
    return new Set(rows.map(({ name }) => name));
  }

  async dropRolesBut(kept: ReadonlySet<string>): Promise<void> {
    if (!this.#parts.stop) return;
    const others = [...(await this.roles())].filter((name) => !kept.has(name));
    for (const name of others) {
      // One that has rights in a database that is still there stays with it.
      await this.#client.query(`DROP ROLE "${name.replaceAll('"', '""')}"`).catch(() => undefined);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const { stop } = this.#parts;
    for (const database of [...this.#made]) {
      if (stop) await database.close();
      else await this.drop(database).catch(() => undefined);
    }
    if (this.log instanceof ServerLog) await this.log.close();
    await this.#client.end().catch(() => undefined);
    await stop?.();
  }

  async #run(sql: string): Promise<void> {
    try {
      await this.#client.query(sql);
    } catch (error) {
      throw lostServer(this.#parts.maintenance, error) ?? error;
    }
  }
}
