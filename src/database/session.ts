import type { Client } from 'pg';
import type { Database, DatabaseAddress } from './provider.ts';

/** Ours only: never wait long behind a migration's lock, and always plan a prepared question the same way. */
const sessionOptions = [
  'lock_timeout=10s',
  'statement_timeout=120s',
  'plan_cache_mode=force_generic_plan',
  'jit=off',
  'client_min_messages=error',
]
  .map((setting) => `-c ${setting}`)
  .join(' ');

/** Opens a session and makes sure that it is in the database it was meant for. */
export async function connect(address: DatabaseAddress): Promise<Client> {
  const { Client: PgClient } = await import('./heavy/pg.ts');
  const { host, port, user, database } = address;
  const client = new PgClient({
    host,
    port,
    user,
    database,
    password: address.password(),
    application_name: 'migrate-check',
    options: sessionOptions,
  });
  // A server that goes away also rejects the query in flight; without a listener the event alone would end the process.
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name');
  if (rows[0]?.name === database) return client;
  await client.end();
  throw new Error(`Asked for the database ${database} and was led to ${rows[0]?.name}`);
}

/** One database and our one session in it. */
export class SessionDatabase implements Database {
  readonly address: DatabaseAddress;
  #client: Promise<Client> | undefined;

  constructor(address: DatabaseAddress) {
    this.address = address;
  }

  async query<Row>(sql: string, values?: readonly unknown[]): Promise<readonly Row[]> {
    const client = await this.#session();
    const result = values === undefined ? await client.query(sql) : await client.query(sql, [...values]);
    return rowsOf<Row>(result);
  }

  async prepared<Row>(name: string, sql: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
    const client = await this.#session();
    return rowsOf<Row>(await client.query({ name, text: sql, values: [...values] }));
  }

  async close(): Promise<void> {
    const opened = this.#client;
    this.#client = undefined;
    if (opened) await opened.then((client) => client.end()).catch(() => undefined);
  }

  #session(): Promise<Client> {
    this.#client ??= connect(this.address);
    return this.#client;
  }
}

/** Several statements give several results: the rows are those of the last one that has any. */
function rowsOf<Row>(result: unknown): readonly Row[] {
  const results = (Array.isArray(result) ? result : [result]) as readonly { rows: Row[] }[];
  return results.findLast(({ rows }) => rows.length > 0)?.rows ?? [];
}
