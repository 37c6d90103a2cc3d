import { randomInt } from 'node:crypto';
import type { Client } from 'pg';
import { ownIdentifier, ownName } from './names.ts';

/**
 * Who a database belongs to. Each run has a number and holds the advisory lock of that number for as long as it lives;
 * its databases carry the number as their connection limit. Unlike a comment, that is set by the same statement that
 * makes the database, so that no moment is left in which a run could be killed and leave one that nobody knows.
 * Numbers begin where no real limit is: PostgreSQL's `MAX_BACKENDS` is 2^18 - 1.
 */
const firstOwner = 1_000_000_000;
const lockSpace = 0x6d63; // "mc"

/** Takes a number for this run; the server frees it when the session ends, however it ends. */
export async function takeOwnership(client: Client): Promise<number> {
  const owner = randomInt(firstOwner, 2 ** 31);
  await client.query('SELECT pg_advisory_lock($1, $2)', [lockSpace, owner]);
  return owner;
}

/** The option of CREATE DATABASE that makes a database this run's. */
export const ownedBy = (owner: number): string => `CONNECTION LIMIT ${owner}`;

/**
 * Drops what runs that were killed have left on a server that lives longer than a run. Locks belong to a database, and
 * another run may have been given another one to start from: so they are looked up, not tried.
 */
export async function sweepOrphans(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT datname AS name FROM pg_database
     WHERE datname ~ $1 AND datconnlimit >= $2 AND pg_has_role(datdba, 'USAGE') AND NOT EXISTS (
       SELECT FROM pg_locks WHERE locktype = 'advisory' AND classid = $3 AND objid = datconnlimit::bigint::oid
     )`,
    [ownName.source, firstOwner, lockSpace],
  );
  for (const { name } of rows)
    await client.query(`DROP DATABASE IF EXISTS ${ownIdentifier(name)} WITH (FORCE)`);
}
