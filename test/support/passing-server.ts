import { lent } from '../../src/database/passing.ts';
import type { Database, DatabaseServer } from '../../src/database/provider.ts';
import { emptied } from './emptied.ts';

/** Databases that are as new, each with a session that has asked everything before: that is half the time of a short replay. */
const spare = new WeakMap<DatabaseServer, Database[]>();

/** A server whose databases go when `use` is over: for hundreds of replays on one that is shared. */
export async function withDatabasesOf<T>(
  server: DatabaseServer,
  use: (server: DatabaseServer) => Promise<T>,
): Promise<T> {
  const kept = spare.get(server) ?? [];
  spare.set(server, kept);
  const loans = new Map<Database, Loan>();
  const passing = lent(server, {
    create: async (from) => {
      const home = from && loans.get(from)?.home;
      const loan = lend(home ? await server.create(home) : (kept.pop() ?? (await server.create())));
      loans.set(loan.database, loan);
      return loan.database;
    },
    drop: async (database) => {
      const loan = loans.get(database);
      loans.delete(database);
      await server.drop(loan?.home ?? database);
    },
  });
  try {
    return await use(passing);
  } finally {
    for (const { home, beside } of loans.values()) {
      await Promise.all(beside.map((one) => one.close()));
      if (await emptied(home)) kept.push(home);
      else await server.drop(home);
    }
  }
}

interface Loan {
  readonly database: Database;
  readonly home: Database;
  /** Sessions that end with the loan. */
  readonly beside: Database[];
}

function lend(home: Database): Loan {
  const beside: Database[] = [];
  const database: Database = {
    address: home.address,
    query: (sql, values) => home.query(sql, values),
    prepared: (name, sql, values) => home.prepared(name, sql, values),
    beside: () => {
      const other = home.beside();
      beside.push(other);
      return other;
    },
    close: () => home.close(),
  };
  return { database, home, beside };
}
