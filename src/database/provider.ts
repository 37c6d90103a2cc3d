import type { ServerFacts } from '../model/project.ts';

/**
 * The contract of disposable PostgreSQL: what the rest of the house knows of a database.
 * A provider is one file beside this one; `database/start.ts` chooses among them.
 */
export interface DatabaseRequest {
  /** Major version wanted; absent means the provider's newest or the server's own. */
  readonly postgres?: number;
  /** Container image, where the user named one. */
  readonly image?: string;
  /** The user's own server, where they named one. */
  readonly url?: string;
  /** Directory for what is kept between runs; absent means the usual place of the machine. */
  readonly cache?: string;
  /** Directory for watch lists, of what must not outlive us, for whoever comes after us. */
  readonly watchLists?: string;
  /** What the providers tried before this one had to say. */
  readonly passedOver?: readonly string[];
  /** Told one short present-tense line per stage: "downloading PostgreSQL 17". */
  readonly progress: (line: string) => void;
}

export interface DatabaseProvider {
  readonly id: 'container' | 'local' | 'server';
  /** Cheap and without side effects: yes, or no with the whole sentence that we will show. */
  available(
    request: DatabaseRequest,
  ): Promise<{ readonly yes: true } | { readonly yes: false; readonly because: string }>;
  /** Throws SetupError when the server cannot be had after all; leaves nothing behind then. */
  start(request: DatabaseRequest, signal: AbortSignal): Promise<DatabaseServer>;
}

export interface DatabaseServer extends AsyncDisposable {
  readonly facts: ServerFacts;
  /** What it was sent, in its own words; or why nobody can read that. */
  readonly log: StatementLog | { readonly why: string };
  /** A new database, empty or a copy of `from` (which must have no session: `Database.close` and the tool's release come first). */
  create(from?: Database): Promise<Database>;
  /** Drops it whoever is connected. Refuses a name without our prefix. */
  drop(database: Database): Promise<void>;
  /** Names of the roles there are; they belong to the whole server and outlive a database. */
  roles(): Promise<ReadonlySet<string>>;
  /** Drops all roles but these where the server is ours alone; on a server of the user's they stay. */
  dropRolesBut(kept: ReadonlySet<string>): Promise<void>;
}

export interface StatementLog {
  /**
   * The statements that were sent since the last time to this database, or to one that is none of ours; what we sent
   * ourselves is not among them. Rejects where the log cannot be read.
   */
  take(database: Database): Promise<readonly LoggedStatement[]>;
}

/** A statement as the server got it, whether or not it went well: of several in one message the whole message. */
export interface LoggedStatement {
  /** Where it was sent. */
  readonly database: string;
  readonly sql: string;
}

export interface Database {
  readonly address: DatabaseAddress;
  /** On one session of our own, opened at the first call. Simple protocol when there are no values: several statements are then allowed. */
  query<Row>(sql: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  /** Runs a statement prepared once under `name` on that session: for what is asked after every move. */
  prepared<Row>(name: string, sql: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  /** The same database through one more session, for what has to wait while this one works. It is closed with this one. */
  beside(): Database;
  /** Closes our session, so that the database can be copied. The next query opens a new one. */
  close(): Promise<void>;
}

/** Opaque on purpose: printing one shows no password. */
export interface DatabaseAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
  /** The password stands nowhere else; call it only to hand it to a child process or a driver. */
  password(): string;
  toString(): string;
  toJSON(): string;
}
