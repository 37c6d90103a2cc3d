import type { Database, DatabaseServer } from './provider.ts';

export interface PassingServer {
  readonly server: DatabaseServer;
  /**
   * Takes away its databases, and the roles that were made since the beginning, so that the next one who walks a history
   * finds the server as the first did.
   */
  clear(): Promise<void>;
}

/** A server for several walks, one after the other. What the last one has left goes with the server itself. */
export async function passingServer(server: DatabaseServer): Promise<PassingServer> {
  const roles = await server.roles();
  const made = new Set<Database>();
  return {
    server: lent(server, {
      create: async (from) => {
        const database = await server.create(from);
        made.add(database);
        return database;
      },
      drop: async (database) => {
        made.delete(database);
        await server.drop(database);
      },
    }),
    clear: async () => {
      for (const database of made) await server.drop(database);
      made.clear();
      await server.dropRolesBut(roles);
    },
  };
}

/** The server for somebody who makes and drops databases in a way of the lender's, and does not end it. */
export const lent = (
  server: DatabaseServer,
  way: Pick<DatabaseServer, 'create' | 'drop'>,
): DatabaseServer => ({
  ...way,
  facts: server.facts,
  log: server.log,
  roles: () => server.roles(),
  dropRolesBut: (kept) => server.dropRolesBut(kept),
  [Symbol.asyncDispose]: async () => undefined,
});
