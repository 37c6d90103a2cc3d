import { expect } from 'vitest';
import type { Database } from '../../../src/database/provider.ts';
import { eventually } from '../../database/support/eventually.ts';
import { urlOf } from '../../database/support/url.ts';
import { testDatabase } from '../../support/postgres.ts';
import type { Ended } from '../command.ts';
import { type TypedOptions, typed, withPython } from './typed.ts';

let theirs: Promise<Database> | undefined;

/** The server of this test file, which plays the user's own: its URL, and a session to look around there. */
export const userServer = (): Promise<Database> => (theirs ??= testDatabase());

/** Environment of a check that is to use it. */
export const onUserServer = async (): Promise<Readonly<Record<string, string>>> => ({
  MIGRATE_CHECK_DATABASE_URL: urlOf((await userServer()).address),
});

/**
 * Types the command with that server as the one to use: a walk takes half the time that it takes with a server of its
 * own. Sees that it leaves no database and no session there.
 */
export async function typedOnServer(args: readonly string[], options: TypedOptions): Promise<Ended> {
  const database = await userServer();
  const before = await inhabitants(database);
  const ended = await typed([...withPython(), ...args], {
    ...options,
    env: { ...(await onUserServer()), ...options.env },
  });
  await eventually(() => inhabitants(database), before);
  return ended;
}

/** Databases, roles and sessions of clients. */
async function inhabitants(database: Database): Promise<readonly string[]> {
  const rows = await database.query<{ name: string }>(
    `SELECT 'database ' || datname AS name FROM pg_database
     UNION ALL SELECT 'role ' || rolname FROM pg_roles
     UNION ALL SELECT 'session ' || pid FROM pg_stat_activity WHERE backend_type = 'client backend' ORDER BY 1`,
  );
  expect(rows.length).toBeGreaterThan(0);
  return rows.map(({ name }) => name);
}
