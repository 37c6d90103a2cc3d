import { randomInt } from 'node:crypto';
import type { Client } from 'pg';
import { ownIdentifier, ownPrefix } from './names.ts';

/**
 * Who a database belongs to: its comment names a number, and the run that made it holds the advisory lock of that
 * number for as long as it lives. When the lock is free, the run is gone and the database is an orphan.
 */
const lockSpace = 0x6d63; // "mc"
const comment = (owner: number): string => `migrate-check run ${owner}`;

/** Takes a number for this run; the server frees it when the session ends, however it ends. */
export async function takeOwnership(client: Client): Promise<number> {
  const owner = randomInt(1, 2 ** 31);
  await client.query('SELECT pg_advisory_lock($1, $2)', [lockSpace, owner]);
  return owner;
}

export async function markOwner(client: Client, database: string, owner: number): Promise<void> {
  await client.query(`COMMENT ON DATABASE ${ownIdentifier(database)} IS '${comment(owner)}'`);
}

/** Drops what runs that were killed have left on a server that lives longer than a run. */
export async function sweepOrphans(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string; owner: string }>(
    `SELECT datname AS name, substring(shobj_description(oid, 'pg_database') FROM '^migrate-check run ([0-9]+)$') AS owner
     FROM pg_database WHERE starts_with(datname, $1) AND shobj_description(oid, 'pg_database') LIKE 'migrate-check run %'`,
    [ownPrefix],
  );
  for (const { name, owner } of rows) {
    const lock = [lockSpace, Number(owner)];
    const { rows: tried } = await client.query<{ free: boolean }>(
      'SELECT pg_try_advisory_lock($1, $2) AS free',
      lock,
    );
    if (!tried[0]?.free) continue;
    await client.query(`DROP DATABASE IF EXISTS ${ownIdentifier(name)} WITH (FORCE)`);
    await client.query('SELECT pg_advisory_unlock($1, $2)', lock);
  }
}
