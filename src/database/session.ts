import { Socket } from 'node:net';
import type { Client } from 'pg';
import { SetupError } from '../model/setup-error.ts';
import type { Database, DatabaseAddress } from './provider.ts';

/** Ours only: never wait long behind a migration's lock, and always plan a prepared question the same way. */
const sessionOptions = [
  'lock_timeout=3s',
  'statement_timeout=120s',
  'plan_cache_mode=force_generic_plan',
  'jit=off',
  'client_min_messages=error',
]
  .map((setting) => `-c ${setting}`)
  .join(' ');

export interface ConnectOptions {
  /** Ends the session at once, also later. */
  readonly signal?: AbortSignal;
  /** Milliseconds for the server to answer. */
  readonly timeout?: number;
  /** What it sends is not to be written to the log of the server, which is ours. */
  readonly unlogged?: boolean;
}

/** Of a session that leaves nothing in the log of a server of ours. Only a superuser may ask for that. */
const unloggedOptions = `${sessionOptions} -c log_statement=none`;

/** Opens a session and makes sure that it is in the database it was meant for. */
export async function connect(address: DatabaseAddress, options: ConnectOptions = {}): Promise<Client> {
  const { Client: PgClient } = await import('./heavy/pg.ts');
  const { signal, timeout = 30_000, unlogged = false } = options;
  const { host, port, user, database } = address;
  const client = new PgClient({
    host,
    port,
    user,
    database,
    password: address.password(),
    ssl: false,
    application_name: 'migrate-check',
    options: unlogged ? unloggedOptions : sessionOptions,
    connectionTimeoutMillis: timeout,
    stream: () => new Socket(signal ? { signal } : {}),
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
  readonly #options: ConnectOptions;
  readonly #beside: Database[] = [];
  #client: Promise<Client> | undefined;

  constructor(address: DatabaseAddress, options: Pick<ConnectOptions, 'unlogged'> = {}) {
    this.address = address;
    this.#options = options;
  }

  async query<Row>(sql: string, values?: readonly unknown[]): Promise<readonly Row[]> {
    return this.#ask<Row>((client) =>
      values === undefined ? client.query(sql) : client.query(sql, [...values]),
    );
  }

  async prepared<Row>(name: string, sql: string, values: readonly unknown[] = []): Promise<readonly Row[]> {
    return this.#ask<Row>((client) => client.query({ name, text: sql, values: [...values] }));
  }

  beside(): Database {
    const other = new SessionDatabase(this.address, this.#options);
    this.#beside.push(other);
    return other;
  }

  async close(): Promise<void> {
    await Promise.all(this.#beside.map((other) => other.close()));
    const opened = this.#client;
    this.#client = undefined;
    if (opened) await opened.then((client) => client.end()).catch(() => undefined);
  }

  async #ask<Row>(question: (client: Client) => Promise<unknown>): Promise<readonly Row[]> {
    try {
      return rowsOf<Row>(await question(await this.#session()));
    } catch (error) {
      throw lostServer(this.address, error) ?? error;
    }
  }

  /** A migration may end every session there is, ours too: the next question opens a new one. */
  #session(): Promise<Client> {
    if (this.#client) return this.#client;
    const opening = connect(this.address, this.#options);
    const forget = (): void => {
      if (this.#client === opening) this.#client = undefined;
    };
    this.#client = opening;
    opening.then((client) => client.on('end', forget), forget);
    return opening;
  }
}

/** What to say when it was not the server that refused, but the server that is gone. */
export function lostServer({ host, port }: DatabaseAddress, cause: unknown): SetupError | undefined {
  const { message, severity, code } = cause as { message: string; severity?: string; code?: string };
  const lastWords = severity !== undefined && isDying(code, message);
  if ((severity !== undefined && !lastWords) || cause instanceof SetupError) return undefined;
  return new SetupError(
    'no-database',
    `The PostgreSQL on ${host}:${port} went away while it was in use: ${message}`,
    'Run it again; if that does not help, see whether the machine runs out of memory or disk',
    { cause },
  );
}

/** crash_shutdown and cannot_connect_now; a server process whose postmaster is gone says so as admin_shutdown. */
const isDying = (code: string | undefined, message: string): boolean =>
  code === '57P02' || code === '57P03' || (code === '57P01' && message.includes('postmaster'));

/** Several statements give several results: the rows are those of the last one that has any. */
function rowsOf<Row>(result: unknown): readonly Row[] {
  const results = (Array.isArray(result) ? result : [result]) as readonly { rows: Row[] }[];
  return results.findLast(({ rows }) => rows.length > 0)?.rows ?? [];
}
