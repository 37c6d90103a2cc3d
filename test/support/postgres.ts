import { afterAll } from 'vitest';
import type { Database, DatabaseServer } from '../../src/database/provider.ts';
import { startDatabase } from '../../src/database/start.ts';

const running = new Map<number, Promise<DatabaseServer>>();

/** The major that a run of the tests is about. */
export const testMajor = Number(process.env['MIGRATE_CHECK_TEST_POSTGRES'] ?? 17);

/** A local server of this major, started once for each test file and ended with it. */
export function testServer(major = testMajor): Promise<DatabaseServer> {
  let server = running.get(major);
  if (!server) {
    server = startDatabase(
      { postgres: major, progress: () => undefined },
      'local',
      new AbortController().signal,
    );
    running.set(major, server);
  }
  return server;
}

/** A new empty database on the server of this run. */
export async function testDatabase(): Promise<Database> {
  return (await testServer()).create();
}

afterAll(async () => {
  for (const server of running.values()) await (await server)[Symbol.asyncDispose]();
  running.clear();
});
