import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../../src/database/provider.ts';
import { type Experiment, type Observed, patience, reading, setup, type Who, writing } from './experiment.ts';

/** Runs one experiment on a new, empty database, and says who waited for whom. Leaves no transaction open. */
export async function run(database: Database, experiment: Experiment): Promise<readonly Observed[]> {
  await database.query(setup);
  const sessions = await openSessions(database);
  const { parked, migration } = sessions;
  const observed: Observed[] = [];
  const others = async (when: Observed['when']): Promise<void> => {
    observed.push(await attempt(sessions, when, 'reader', reading));
    observed.push(await attempt(sessions, when, 'writer', writing));
  };

  await parked.database.query('BEGIN');
  await parked.database.query(experiment.parked);
  await migration.database.query('BEGIN');
  const running = track(migration.database.query(experiment.statement));
  const waitsFor = await blockersOf(sessions, migration.pid, running);
  const first = 'while somebody is in the middle of something';
  const end = waitsFor.length > 0 ? 'waits' : 'got through';
  observed.push({ when: first, who: 'migration', sql: experiment.statement, waitsFor, end });
  await others(first);
  await parked.database.query('COMMIT');
  const refused = await running.result;
  if (refused !== undefined) throw refused;
  await others('once it has run');
  await migration.database.query('COMMIT');
  await others('after its COMMIT');
  await database.close();
  return observed;
}

interface Session {
  readonly database: Database;
  readonly pid: number;
}
type Sessions = Readonly<Record<Who | 'watcher', Session>>;

async function openSessions(database: Database): Promise<Sessions> {
  const open = async (): Promise<Session> => {
    const session = database.beside();
    // Whatever a session asks first is slower: the patience of reader and writer is for waiting.
    await session.query(`SET lock_timeout = 0; ${reading}`);
    const [row] = await session.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    return { database: session, pid: row?.pid ?? 0 };
  };
  const sessions = {
    parked: await open(),
    migration: await open(),
    reader: await open(),
    writer: await open(),
    watcher: await open(),
  };
  for (const { database } of [sessions.reader, sessions.writer])
    await database.query(`SET statement_timeout = ${patience}`);
  return sessions;
}

/** Tries a statement of somebody who gives up after a while. */
async function attempt(
  sessions: Sessions,
  when: Observed['when'],
  who: 'reader' | 'writer',
  sql: string,
): Promise<Observed> {
  const running = track(sessions[who].database.query(sql));
  const waitsFor = await blockersOf(sessions, sessions[who].pid, running);
  const refused = await running.result;
  const end = refused === undefined ? 'got through' : (`cancelled: ${refused.message}` as const);
  return { when, who, sql, waitsFor, end };
}

/** A statement on its way: whether it has ended, and the refusal that it ended with, if it did. */
interface Running {
  readonly result: Promise<Error | undefined>;
  ended: boolean;
}

function track(sent: Promise<unknown>): Running {
  const running: Running = {
    ended: false,
    result: sent.then(
      () => undefined,
      (error: Error) => error,
    ),
  };
  void running.result.then(() => {
    running.ended = true;
  });
  return running;
}

/** Whom a session waits for; empty when its statement ends without having waited. */
async function blockersOf(
  { watcher, ...sessions }: Sessions,
  pid: number,
  running: Running,
): Promise<readonly Who[]> {
  while (!running.ended) {
    const [row] = await watcher.database.query<{ pids: readonly number[] }>(
      'SELECT pg_blocking_pids($1) AS pids',
      [pid],
    );
    const names = (Object.keys(sessions) as Who[]).filter((who) => row?.pids.includes(sessions[who].pid));
    if (names.length > 0) return names;
    await pause(5);
  }
  return [];
}
