import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import { ownName } from '../names.ts';
import type { Database, DatabaseAddress, LoggedStatement, StatementLog } from '../provider.ts';
import { connect, lostServer } from '../session.ts';
import { statementsIn } from './lines.ts';

/** Bytes that are read at once, and that one window may have: rows that are written in bulk are in it. */
const pieceBytes = 2 ** 20;
const mostBytes = 2 ** 26;
/** Milliseconds for a log to be written by a process of its own. */
const patience = 10_000;

export interface LogPlace {
  /** A database of the server, not one of those that migrations run in. */
  readonly maintenance: DatabaseAddress;
  /** As the server can open it: absolute, or relative to its data directory. */
  readonly file: string;
}

/**
 * The log of a server of ours, read by the server itself. The question is written down before it is answered, so it is
 * its own mark: all that was sent before stands above it, also where another process writes the file a little later.
 */
export class ServerLog implements StatementLog {
  readonly #place: LogPlace;
  readonly #mark = randomBytes(8).toString('hex');
  #client: Promise<Client> | undefined;
  #offset = 0;
  #asked = 0;

  constructor(place: LogPlace) {
    this.#place = place;
  }

  async take(database: Database): Promise<readonly LoggedStatement[]> {
    const own = database.address.database;
    const text = await this.#window();
    return statementsIn(text).filter(
      (one) => (one.database === own || !ownName.test(one.database)) && !one.sql.includes(this.#mark),
    );
  }

  async close(): Promise<void> {
    const client = await this.#client?.catch(() => undefined);
    await client?.end().catch(() => undefined);
  }

  /** What was written since the last time, as whole lines. */
  async #window(): Promise<string> {
    this.#asked += 1;
    const mark = `${this.#mark} ${this.#asked};`;
    const deadline = performance.now() + patience;
    let read: Buffer = Buffer.alloc(0);
    for (;;) {
      const piece = await this.#read(mark, read.length);
      read = Buffer.concat([read, piece]);
      const at = read.indexOf(mark);
      const end = at < 0 ? -1 : read.indexOf('\n', at);
      if (end >= 0) {
        this.#offset += end + 1;
        return read.toString('utf8', 0, read.lastIndexOf('\n', at) + 1);
      }
      if (read.length > mostBytes) throw await this.#tooLong();
      if (piece.length === 0 && performance.now() > deadline)
        throw new Error('the server does not write one');
      if (piece.length === 0) await pause(1);
    }
  }

  async #read(mark: string, after: number): Promise<Buffer> {
    const question = `SELECT pg_catalog.pg_read_binary_file($1, $2, $3) AS bytes /* ${mark} */`;
    const values = [this.#place.file, this.#offset + after, pieceBytes];
    const [row] = await this.#ask<{ bytes: Buffer }>(question, values);
    return row?.bytes ?? Buffer.alloc(0);
  }

  /** Goes on at the end of what is there. */
  async #tooLong(): Promise<Error> {
    const question = 'SELECT size::pg_catalog.float8 FROM pg_catalog.pg_stat_file($1)';
    const [row] = await this.#ask<{ size: number }>(`${question} /* ${this.#mark} */`, [this.#place.file]);
    this.#offset = row?.size ?? this.#offset;
    return new Error(`more than ${mostBytes / 2 ** 20} MB were written to it`);
  }

  async #ask<Row>(question: string, values: readonly unknown[]): Promise<readonly Row[]> {
    this.#client ??= connect(this.#place.maintenance);
    try {
      return (await (await this.#client).query(question, [...values])).rows as Row[];
    } catch (error) {
      this.#client = undefined;
      throw lostServer(this.#place.maintenance, error) ?? error;
    }
  }
}
