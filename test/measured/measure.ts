import type { Database } from '../../src/database/provider.ts';
import type { LockMode } from '../../src/model/lock.ts';
import { failed, type Outcome } from './outcome.ts';
import { type Trial, withoutPrefix } from './trial.ts';

/**
 * The second opinion: the statement of a trial, sent and looked at by ourselves. Not a line is shared with what
 * migrate-check does: it looks at other views, and at nothing but the relations of the trial.
 */
export async function measure(database: Database, trial: Trial): Promise<Outcome> {
  await database.query('RESET ALL; SET lock_timeout = 0; SET statement_timeout = 0; BEGIN');
  try {
    const old = await look(database, trial);
    for (const sql of trial.first) await database.query(sql);
    const before = await look(database, trial);
    await database.query(trial.sql);
    const after = await look(database, trial);
    await database.query('COMMIT');
    return compared(trial, old, before, after);
  } catch (error) {
    await database.query('ROLLBACK');
    return failed(sqlstateOf(error));
  }
}

/** What a refusal of PostgreSQL is called; anything else is none of its. */
export function sqlstateOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && String(error.code).length === 5) return String(error.code);
  throw error;
}

/** The relations of a trial at one moment, by oid, and what their statistics say. */
export interface Look {
  readonly relations: ReadonlyMap<number, Seen>;
  /** `16385 ACCESS EXCLUSIVE` */
  readonly locks: ReadonlySet<string>;
  readonly lockTimeout: number;
  readonly statementTimeout: number;
}

interface Seen {
  readonly name: string;
  readonly file: number;
  readonly counted: Counted;
}
type Counted = readonly [scans: number, read: number, inserted: number, updated: number, deleted: number];

interface Row {
  readonly oid: number;
  readonly name: string;
  readonly file: number;
  readonly counted: Counted;
}

/** Files of what holds rows or leads to them. `statistics`: a view such as pg_stat_xact_user_tables. */
export const relationsQuery = (statistics: string): string => `SELECT c.oid::int, c.relname AS name,
    CASE WHEN c.relkind IN ('r', 'i', 'm') THEN coalesce(pg_relation_filenode(c.oid), 0)::int ELSE 0 END AS file,
    coalesce((SELECT array[seq_scan, seq_tup_read, n_tup_ins, n_tup_upd, n_tup_del]::int[]
      FROM ${statistics} WHERE relid = c.oid), '{0,0,0,0,0}') AS counted
  FROM pg_class c WHERE starts_with(c.relname, $1) AND c.relkind <> 't'`;

export const locksQuery = `SELECT relation::int || ' ' || mode AS lock FROM pg_locks
  WHERE pid = $1 AND locktype = 'relation'`;

async function look(database: Database, { id }: Trial): Promise<Look> {
  const rows = await database.query<Row>(relationsQuery('pg_stat_xact_user_tables'), [`${id}_`]);
  const [pid] = await database.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const locks = await database.query<{ lock: string }>(locksQuery, [pid?.pid]);
  return {
    relations: byOid(rows),
    locks: new Set(locks.map(({ lock }) => lock)),
    ...(await limitsOf(database)),
  };
}

export const byOid = (rows: readonly Row[]): Look['relations'] =>
  new Map(rows.map(({ oid, ...seen }) => [oid, seen]));

export async function limitsOf(database: Database): Promise<Pick<Look, 'lockTimeout' | 'statementTimeout'>> {
  const rows = await database.query<{ setting: string }>(
    "SELECT setting FROM pg_settings WHERE name IN ('lock_timeout', 'statement_timeout') ORDER BY name",
  );
  const [lockTimeout = 0, statementTimeout = 0] = rows.map(({ setting }) => Number(setting));
  return { lockTimeout, statementTimeout };
}

/** What is different after the statement. `old`: what was there before the transaction. */
export function compared(trial: Trial, old: Look, before: Look, after: Look): Outcome {
  const called = (oid: number): string | undefined => {
    const name = (before.relations.get(oid) ?? after.relations.get(oid))?.name;
    return name && withoutPrefix(trial, name) + (old.relations.has(oid) ? '' : ', new');
  };
  const named = (oid: number, words = ''): readonly string[] => {
    const name = called(oid);
    return name === undefined ? [] : [name + words];
  };
  const more = [...after.relations].map(([oid, { counted }]) => {
    const earlier = before.relations.get(oid)?.counted;
    // TRUNCATE takes back what the transaction has counted.
    return [oid, counted.map((count, at) => Math.max(0, count - (earlier?.[at] ?? 0)))] as const;
  });
  return {
    locks: [...after.locks]
      .filter((lock) => !before.locks.has(lock))
      .flatMap((lock) => named(Number.parseInt(lock, 10), `: ${inManual(lock)}`))
      .sort(),
    rewritten: rewritten(before, after)
      .flatMap((oid) => named(oid))
      .sort(),
    scanned: more
      .filter(([, [scans, read]]) => scans || read)
      .flatMap(([oid, [scans, read]]) => named(oid, `: ${scans} x, ${read} rows`))
      .sort(),
    written: more
      .filter(([, [, , ...wrote]]) => wrote.some(Boolean))
      .flatMap(([oid, [, , inserted, updated, deleted]]) =>
        named(oid, `: ${inserted} inserted, ${updated} updated, ${deleted} deleted`),
      )
      .sort(),
    unseen: [],
    lockTimeout: before.lockTimeout,
    statementTimeout: before.statementTimeout,
  };
}

/** Has another file under its oid, or, dropped and made again, under its name. */
function rewritten(before: Look, after: Look): readonly number[] {
  const again = new Map([...after.relations.values()].map((seen) => [seen.name, seen]));
  return [...before.relations].flatMap(([oid, { name, file }]) => {
    const now = after.relations.get(oid) ?? again.get(name);
    return file !== 0 && now && now.file !== 0 && now.file !== file ? [oid] : [];
  });
}

/** `16385 ShareUpdateExclusiveLock`: the mode as the manual writes it. */
function inManual(lock: string): LockMode {
  const word = lock.split(' ')[1] ?? '';
  const parts = word.replace(/Lock$/, '').match(/[A-Z][a-z]+/g) ?? [];
  return parts.join(' ').toUpperCase() as LockMode;
}
