import type { Database, DatabaseServer } from '../../src/database/provider.ts';

/** A server whose databases go when `use` is over: for hundreds of replays on one that is shared. */
export async function withDatabasesOf<T>(
  server: DatabaseServer,
  use: (server: DatabaseServer) => Promise<T>,
): Promise<T> {
  const made = new Set<Database>();
  const passing: DatabaseServer = {
    facts: server.facts,
    create: async (from) => {
      const database = await server.create(from);
      made.add(database);
      return database;
    },
    drop: async (database) => {
      made.delete(database);
      await server.drop(database);
    },
    roles: () => server.roles(),
    dropRolesBut: (kept) => server.dropRolesBut(kept),
    [Symbol.asyncDispose]: async () => undefined,
  };
  try {
    return await use(passing);
  } finally {
    for (const database of made) await server.drop(database);
  }
}
