import { SetupError } from '../model/setup-error.ts';
import { makeAddress } from './address.ts';
import { openServer } from './databases.ts';
import { sweepOrphans } from './orphans.ts';
import type { DatabaseAddress, DatabaseProvider, DatabaseServer } from './provider.ts';
import { connect } from './session.ts';

/** A server that the user named, such as `services: postgres` of a workflow. Only databases with our prefix are made and dropped there. */
export const server: DatabaseProvider = {
  id: 'server',
  available({ url }) {
    const because = 'no server is named: add --database-url postgresql://user:password@host/postgres';
    return Promise.resolve(url === undefined ? { yes: false, because } : { yes: true });
  },
  async start({ url = '', passedOver = [] }, signal): Promise<DatabaseServer> {
    const maintenance = parse(url);
    await examine(maintenance);
    signal.throwIfAborted();
    return openServer({ provider: 'server', passedOver, maintenance, stop: () => Promise.resolve() });
  },
};

function parse(url: string): DatabaseAddress {
  const { hostname, port, username, password, pathname } = new URL(url);
  return makeAddress({
    host: decodeURIComponent(hostname) || 'localhost',
    port: Number(port || 5432),
    user: decodeURIComponent(username) || 'postgres',
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)) || 'postgres',
  });
}

/** Whether we may work there; and what an earlier run that was killed has left is dropped. */
async function examine(address: DatabaseAddress): Promise<void> {
  const client = await connect(address).catch((cause: Error) => {
    throw new SetupError(
      'no-database',
      `The server ${address.host}:${address.port} cannot be reached as ${address.user}: ${cause.message}`,
      'Check --database-url',
      { cause },
    );
  });
  try {
    const { rows } = await client.query<{ may: boolean }>(
      'SELECT rolcreatedb OR rolsuper AS may FROM pg_roles WHERE rolname = current_user',
    );
    if (!rows[0]?.may)
      throw new SetupError(
        'no-database',
        `${address.user} may not create databases on ${address.host}`,
        `Run there: ALTER ROLE ${address.user} CREATEDB`,
      );
    await sweepOrphans(client);
  } finally {
    await client.end();
  }
}
