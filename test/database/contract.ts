import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database, DatabaseServer } from '../../src/database/provider.ts';

/** What every provider has to do, whatever it is. To be called inside a `describe`. */
export function keepsTheContract(start: () => Promise<DatabaseServer>): void {
  let server: DatabaseServer;
  beforeAll(async () => {
    server = await start();
  });
  afterAll(() => server[Symbol.asyncDispose]());

  test('says which PostgreSQL it is', async () => {
    const database = await server.create();
    const [shown] = await database.query<{ version: string }>(
      "SELECT current_setting('server_version') AS version",
    );
    expect(shown?.version.split(' ')[0]).toBe(server.facts.version);
    expect(server.facts.major).toBe(Number.parseInt(server.facts.version, 10));
  });

  test('makes databases that are empty, in UTF-8, and apart from each other', async () => {
    const [one, other] = [await server.create(), await server.create()];
    await one.query('CREATE TABLE only_here (a int)');
    const tables = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'";
    expect(await one.query(tables)).toEqual([{ tablename: 'only_here' }]);
    expect(await other.query(tables)).toEqual([]);
    expect(await other.query("SELECT current_setting('server_encoding') AS encoding")).toEqual([
      { encoding: 'UTF8' },
    ]);
  });

  test('copies a database with its rows', async () => {
    const original = await server.create();
    await original.query('CREATE TABLE kept (a int); INSERT INTO kept VALUES (1), (2)');
    await original.close();
    const copy = await server.create(original);
    await copy.query('DELETE FROM kept WHERE a = 1');
    expect(await copy.query('SELECT a FROM kept')).toEqual([{ a: 2 }]);
    expect(await original.query('SELECT a FROM kept ORDER BY a')).toEqual([{ a: 1 }, { a: 2 }]);
  });

  test('copies what is kept about a database outside of it', async () => {
    const original = await server.create();
    const name = original.address.database;
    await original.query(`
      ALTER DATABASE ${name} SET search_path = "a b", public;
      ALTER DATABASE ${name} SET work_mem = '5MB';
      ALTER DATABASE ${name} SET my.words = 'it''s $copy$, so "x"';
      ALTER ROLE CURRENT_USER IN DATABASE ${name} SET search_path = '', "a""b", public, '';
      REVOKE TEMPORARY ON DATABASE ${name} FROM PUBLIC;
      COMMENT ON DATABASE ${name} IS 'it''s one'`);
    const about = async (database: Database): Promise<readonly unknown[]> =>
      database.query(`
        SELECT datacl::text AS rights, shobj_description(oid, 'pg_database') AS comment,
          (SELECT jsonb_object_agg(setrole, setconfig) FROM pg_db_role_setting WHERE setdatabase = d.oid) AS settings
        FROM pg_database d WHERE datname = current_database()`);
    const before = await about(original);
    await original.close();
    expect(await about(await server.create(original))).toEqual(before);
    expect(before).toMatchObject([{ comment: "it's one", rights: expect.not.stringContaining('=Tc') }]);
  });

  test('executes nothing that a migration has stored as a setting', async () => {
    const original = await server.create();
    const name = original.address.database;
    // A name without quotes ends at a blank or a comma, so that this is one for the server.
    const command = `COMMENT ON DATABASE ${name} IS ''executed''`;
    await original.query(`
      BEGIN;
      SELECT set_config('search_path', 'public;${command.replaceAll(' ', '/**/')}', true);
      ALTER DATABASE ${name} SET search_path FROM CURRENT;
      COMMIT`);
    await original.close();
    await server.create(original);
    const [about] = await original.query(
      "SELECT shobj_description(oid, 'pg_database') AS comment FROM pg_database WHERE datname = current_database()",
    );
    expect(about).toEqual({ comment: null });
  });

  test('drops a database although somebody is connected', async () => {
    const [watcher, dropped] = [await server.create(), await server.create()];
    const { database } = dropped.address;
    const inFlight = dropped.query('SELECT 1');
    await inFlight;
    await server.drop({ ...dropped, address: dropped.address, close: () => Promise.resolve() });
    const found = await watcher.query('SELECT FROM pg_database WHERE datname = $1', [database]);
    expect(found).toHaveLength(0);
  });

  test('may do in them what migrations do', async () => {
    const database = await server.create();
    await database.query('CREATE EXTENSION IF NOT EXISTS pgcrypto; CREATE SCHEMA more');
    expect(await database.prepared('answer', 'SELECT $1::int AS a', [42])).toEqual([{ a: 42 }]);
  });

  test('opens a new session when a migration has ended all of them', async () => {
    const database = await server.create();
    const [mine] = await database.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const other = await server.create();
    await other.query('SELECT pg_terminate_backend($1, 5000)', [mine?.pid]);
    await expect.poll(() => database.query('SELECT 1 AS one').catch(() => [])).toEqual([{ one: 1 }]);
  });

  test('gives the error of the server as it is', async () => {
    const database = await server.create();
    await expect(database.query('SELECT * FROM not_there')).rejects.toMatchObject({ code: '42P01' });
  });

  test('refuses a name that is not one of its own', async () => {
    const database = await server.create();
    const foreign = { ...database, address: { ...database.address, database: 'postgres' } };
    await expect(server.drop({ ...foreign, close: () => Promise.resolve() } as never)).rejects.toThrow(
      'not one of ours',
    );
    await expect(server.create(foreign as never)).rejects.toThrow('not one of ours');
  });
}
