import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../../src/database/provider.ts';
import { byOid, compared, type Look, limitsOf, locksQuery, relationsQuery, sqlstateOf } from './measure.ts';
import { failed, type Outcome } from './outcome.ts';
import type { Trial } from './trial.ts';

/**
 * The second opinion on a statement that commits by itself: sent on a session of its own, and watched from another while
 * it waits for each of those that the sample names. What it has counted is known once its session has ended.
 */
export async function measureAlone(database: Database, trial: Trial): Promise<Outcome> {
  const made = trial.first.filter((sql) => !sql.startsWith('SET '));
  const settings = trial.first.filter((sql) => sql.startsWith('SET '));
  for (const sql of made) await database.query(sql);
  await database.close();

  const runner = database.beside();
  await runner.query(['SET lock_timeout = 0', 'SET statement_timeout = 0', ...settings].join(';'));
  const limits = await limitsOf(runner);
  const before = { ...(await look(database, trial)), ...limits };
  try {
    const locks = await watch(database, runner, trial);
    await runner.close();
    const after = await look(database, trial);
    return compared(trial, before, before, { ...after, locks });
  } catch (error) {
    await database.close();
    return failed(sqlstateOf(error));
  }
}

async function look(database: Database, { id }: Trial): Promise<Look> {
  const rows = await database.query<Parameters<typeof byOid>[0][number]>(
    relationsQuery('pg_stat_user_tables'),
    [`${id}_`],
  );
  return { relations: byOid(rows), locks: new Set(), lockTimeout: 0, statementTimeout: 0 };
}

/** The locks that it holds or asks for whenever it waits for one of those in its way. */
async function watch(database: Database, runner: Database, trial: Trial): Promise<ReadonlySet<string>> {
  const inTheWay = await Promise.all((trial.alone ?? []).map((lock) => holding(database, lock)));
  const pid = await pidOf(runner);
  const locks = new Set<string>();
  const running = runner.query(trial.sql).then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  for (const holder of inTheWay) {
    await waitsFor(database, pid, await pidOf(holder));
    for (const { lock } of await database.query<{ lock: string }>(locksQuery, [pid])) locks.add(lock);
    await holder.query('COMMIT');
  }
  const refused = await running;
  if (refused) throw refused.error;
  return locks;
}

async function holding(database: Database, lock: string): Promise<Database> {
  const holder = database.beside();
  await holder.query('BEGIN');
  await holder.query(lock);
  return holder;
}

async function pidOf(database: Database): Promise<number> {
  const [row] = await database.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return row?.pid ?? 0;
}

async function waitsFor(database: Database, pid: number, holder: number): Promise<void> {
  const until = performance.now() + 30_000;
  while (performance.now() < until) {
    const [row] = await database.query<{ waits: boolean }>(
      'SELECT $2 = ANY (pg_blocking_pids($1)) AS waits',
      [pid, holder],
    );
    if (row?.waits) return;
    await pause(2);
  }
  throw new Error(`${pid} never waited for ${holder}`);
}
