import type { Client } from 'pg';
import { SetupError } from '../model/setup-error.ts';
import { openServer } from './databases.ts';
import { sweepOrphans } from './orphans.ts';
import type { DatabaseAddress, DatabaseProvider, DatabaseServer } from './provider.ts';
import { parseServerUrl } from './server-url.ts';
import { connect } from './session.ts';

/** A server that the user named, such as `services: postgres` of a workflow. Only databases with our prefix are made and dropped there. */
export const server: DatabaseProvider = {
  id: 'server',
  available({ url }) {
    const because = 'no server is named: add --database-url postgresql://user:password@host/postgres';
    return Promise.resolve(url === undefined ? { yes: false, because } : { yes: true });
  },
  async start(request, signal): Promise<DatabaseServer> {
    const maintenance = parseServerUrl(request.url ?? '');
    await examine(maintenance, signal);
    return openServer({ provider: 'server', request, maintenance });
  },
};

/** Whether we may work there; and what an earlier run that was killed has left is dropped. */
async function examine(address: DatabaseAddress, signal: AbortSignal): Promise<void> {
  const client = await connect(address, { signal, timeout: 15_000 }).catch((cause: Error) => {
    signal.throwIfAborted();
    throw new SetupError(
      'no-database',
      `The server ${address.host}:${address.port} cannot be reached as ${address.user}: ${reason(cause)}`,
      'Check --database-url',
      { cause },
    );
  });
  try {
    await mustCreate(client, address);
    await sweepOrphans(client);
  } finally {
    await client.end();
  }
}

async function mustCreate(client: Client, { user, host }: DatabaseAddress): Promise<void> {
  const { rows } = await client.query<{ may: boolean }>(
    'SELECT rolcreatedb OR rolsuper AS may FROM pg_roles WHERE rolname = current_user',
  );
  if (rows[0]?.may) return;
  throw new SetupError(
    'no-database',
    `${user} may not create databases on ${host}`,
    `Run there: ALTER ROLE ${user} CREATEDB`,
  );
}

/** A name with several addresses fails with one error for each, and a sentence in none but those. */
function reason(error: Error): string {
  return error instanceof AggregateError
    ? error.errors.map((one: Error) => one.message).join('; ')
    : error.message;
}
