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
  async start({ url = '', postgres, passedOver = [] }, signal): Promise<DatabaseServer> {
    const maintenance = parseServerUrl(url);
    await examine(maintenance, postgres, signal);
    return openServer({ provider: 'server', passedOver, maintenance });
  },
};

/** Whether we may work there; and what an earlier run that was killed has left is dropped. */
async function examine(
  address: DatabaseAddress,
  wanted: number | undefined,
  signal: AbortSignal,
): Promise<void> {
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
    await refuse(client, address, wanted);
    await sweepOrphans(client);
  } finally {
    await client.end();
  }
}

async function refuse(client: Client, address: DatabaseAddress, wanted: number | undefined): Promise<void> {
  const { rows } = await client.query<{ may: boolean; major: number }>(
    `SELECT rolcreatedb OR rolsuper AS may, current_setting('server_version_num')::int / 10000 AS major
     FROM pg_roles WHERE rolname = current_user`,
  );
  const { may = false, major = 0 } = rows[0] ?? {};
  if (!may)
    throw new SetupError(
      'no-database',
      `${address.user} may not create databases on ${address.host}`,
      `Run there: ALTER ROLE ${address.user} CREATEDB`,
    );
  if (wanted !== undefined && major !== wanted)
    throw new SetupError(
      'no-database',
      `The server ${address.host}:${address.port} is PostgreSQL ${major}, and --postgres asks for ${wanted}`,
      'Leave --postgres out, or name another server',
    );
}

/** A name with several addresses fails with one error for each, and a sentence in none but those. */
function reason(error: Error): string {
  return error instanceof AggregateError
    ? error.errors.map((one: Error) => one.message).join('; ')
    : error.message;
}
