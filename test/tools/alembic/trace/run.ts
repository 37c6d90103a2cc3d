import { onTestFinished } from 'vitest';
import type { Database } from '../../../../src/database/provider.ts';
import type { Move, Statement } from '../../../../src/model/observation.ts';
import type { Lock, Relation, Trace } from '../../../../src/model/trace.ts';
import { observeAlone } from '../../../../src/replay/alone.ts';
import type { ToolSession } from '../../../../src/tools/tool.ts';
import { envPy, openAlembic, revisionPy, writeProject } from '../../../support/alembic.ts';
import { id } from '../../../support/graph.ts';
import { testDatabase, testMajor } from '../../../support/postgres.ts';

export interface Run {
  /** Of the last revision. */
  readonly move: Move;
  readonly session: ToolSession;
  readonly database: Database;
}

export interface RunOptions {
  readonly files?: Readonly<Record<string, string>>;
  readonly driver?: string;
  /** SQL that is there before the first revision. */
  readonly base?: string;
  readonly timeoutMs?: number;
  readonly env?: NodeJS.ProcessEnv;
}

/** Upgrades through revisions with these bodies, one after the other, on a new database; all but the last must end well. */
export async function upgradeThrough(bodies: readonly string[], options: RunOptions = {}): Promise<Run> {
  const versions = bodies.map((body, at) => [
    `migrations/versions/r${at}.py`,
    revisionPy(`r${at}`, at === 0 ? null : `r${at - 1}`, body),
  ]);
  const session = await openAlembic(
    await writeProject({
      'migrations/env.py': envFor(options.driver ?? 'psycopg2'),
      ...Object.fromEntries(versions),
      ...options.files,
    }),
    options.env ? { env: options.env } : {},
  );
  const database = await testDatabase();
  onTestFinished(() => database.close());
  if (options.base !== undefined) await database.query(options.base);
  const observe = observeAlone(database);
  const run = { database: database.address, timeoutMs: options.timeoutMs ?? 30_000, observe };
  let move: Move | undefined;
  for (const at of bodies.keys()) {
    if (move?.failure) throw new Error(`r${at - 1}: ${move.failure.message}`);
    move = await session.move('upgrade', id(`r${at}`), run);
  }
  if (!move) throw new Error('no revision');
  return { move, session, database };
}

const asyncEnv = (driver: string): string => `import asyncio
from alembic import context
from sqlalchemy import pool
from sqlalchemy.ext.asyncio import create_async_engine

def do(connection):
    context.configure(connection=connection)
    with context.begin_transaction():
        context.run_migrations()

async def main():
    engine = create_async_engine("postgresql+${driver}://nobody:secret@127.0.0.1:1/production", poolclass=pool.NullPool)
    async with engine.connect() as connection:
        await connection.run_sync(do)
    await engine.dispose()

asyncio.run(main())
`;

/** `psycopg_async` is psycopg through an async engine. */
function envFor(driver: string): string {
  if (driver === 'asyncpg') return asyncEnv('asyncpg');
  if (driver === 'psycopg_async') return asyncEnv('psycopg');
  return envPy(`postgresql+${driver}://nobody:secret@127.0.0.1:1/production`);
}

/** The trace of the one statement with this text in it. */
export function traceOf({ statements, failure }: Move, text: string): Trace {
  const found = statements.filter(({ sql }) => sql.includes(text));
  const [statement] = found;
  if (found.length !== 1 || !statement?.trace) {
    const seen = statements.map(({ sql, trace }) => `${trace ? 'traced' : 'untraced'} ${sql.trim()}`);
    throw new Error(`${found.length} statements with ${text}: ${JSON.stringify({ seen, failure }, null, 1)}`);
  }
  return statement.trace;
}

export const word = ({ schema, name, of, existed }: Relation): string =>
  `${schema === 'public' ? '' : `${schema}.`}${name}${of === undefined ? '' : ` of ${of}`}${existed ? '' : ' (new)'}`;

/** `t ACCESS EXCLUSIVE`, sorted. */
export const lockWords = (locks: readonly Lock[]): readonly string[] =>
  locks.map(({ relation, mode }) => `${word(relation)}: ${mode}`).sort();

export const sqlOf = ({ statements }: Move): readonly string[] =>
  statements.map(({ sql }: Statement) => sql.trim().replace(/\s+/g, ' '));

export { testMajor };
