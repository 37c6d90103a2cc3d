import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../database/provider.ts';
import { type LockMode, lockModes } from '../model/lock.ts';
import type { AloneStatement, ObservedAlone, SeenOutside } from '../tools/tool.ts';
import type { WaitPoint } from './alone-statements.ts';
import { Parked } from './parked.ts';

/** A command that has not come to us by then waits for somebody else: perhaps, in the end, for us. */
const patienceMs = 2000;
/** As fast as one session can for so long, then at a pace that leaves the processors to the command. */
const hurryMs = 200;
const paceMs = 5;

/** 16384: FirstNormalObjectId, below it are the system's own. What is asked for counts as taken: it will be, once we let go. */
const question = `SELECT coalesce(jsonb_agg(jsonb_build_array(relation::oid::int8, mode))
    FILTER (WHERE locktype = 'relation' AND relation >= 16384
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())), '[]') AS locks,
  pg_blocking_pids($1) AS blockers
FROM pg_locks WHERE pid = $1`;

interface Row {
  readonly locks: readonly (readonly [number, string])[];
  readonly blockers: readonly number[];
}

/**
 * Looks at the locks of another backend. Where the command can be made to wait, that is exact: it is seen standing
 * before a lock of ours, holding its own. Where it cannot, the locks are polled, and short ones may be missed.
 * TOAST tables are among them; whoever knows names leaves them out. One lock stays unseen: the ACCESS EXCLUSIVE on the
 * index itself with which DROP INDEX CONCURRENTLY ends (index_drop), when nobody can use that index any more.
 */
export class OutsideLook {
  readonly #watcher: Database;
  readonly #database: Database;
  readonly #parked: Parked[] = [];

  constructor(database: Database) {
    this.#database = database;
    this.#watcher = database.beside();
  }

  /** Parks at all of the points or at none. Resolves when everything is in place. */
  async begin(statement: AloneStatement, points: readonly WaitPoint[]): Promise<ObservedAlone> {
    while (this.#parked.length < points.length) this.#parked.push(new Parked(this.#database.beside()));
    const parked = this.#parked.slice(0, points.length);
    const taken: boolean[] = [];
    for (const [at, point] of points.entries())
      taken.push((await parked[at]?.park(point, statement.searchPath)) === true);
    const all = points.length > 0 && taken.every(Boolean);
    if (!all) await Promise.all(parked.map((one) => one.letGo()));
    // Planned before the command runs.
    await this.#ask(statement.pid);
    const watch = new Watch(() => this.#ask(statement.pid), all ? parked : []);
    return { way: 'outside', end: () => watch.end() };
  }

  async #ask(pid: number): Promise<Row> {
    const [row] = await this.#watcher.prepared<Row>('locks of another', question, [pid]);
    return row ?? { locks: [], blockers: [] };
  }
}

/** One command while it runs. */
class Watch {
  readonly #ask: () => Promise<Row>;
  readonly #parked: readonly Parked[];
  /** Seen while it stood still, and seen in passing: the latter is luck, and only worth something where there is nothing else. */
  readonly #standing = new Map<string, SeenOutside['locks'][number]>();
  readonly #passing = new Map<string, SeenOutside['locks'][number]>();
  readonly #running: Promise<void>;
  #met = 0;
  #ended = false;

  constructor(ask: () => Promise<Row>, parked: readonly Parked[]) {
    this.#ask = ask;
    this.#parked = parked;
    this.#running = this.#run();
  }

  async end(): Promise<SeenOutside> {
    this.#ended = true;
    await this.#letGo();
    await this.#running;
    const complete = this.#isComplete();
    const locks = complete ? this.#standing : new Map([...this.#passing, ...this.#standing]);
    return { locks: [...locks.values()], complete };
  }

  #isComplete(): boolean {
    return this.#parked.length > 0 && this.#met === this.#parked.length;
  }

  async #run(): Promise<void> {
    const since = performance.now();
    try {
      while (!this.#ended && !this.#isComplete()) {
        await this.#step();
        const waited = performance.now() - since;
        if (waited > patienceMs) await this.#letGo();
        if (waited > hurryMs) await pause(paceMs);
      }
    } catch {
      // The session that looks is gone: nothing more is seen, and nobody is kept waiting.
      await this.#letGo();
    }
  }

  async #step(): Promise<void> {
    const { locks, blockers } = await this.#ask();
    note(this.#passing, locks);
    const reached = this.#parked.filter(({ backend }) => backend !== undefined && blockers.includes(backend));
    if (reached.length === 0) return;
    // It stands still now: this time nothing is missed.
    note(this.#standing, (await this.#ask()).locks);
    this.#met += reached.length;
    await Promise.all(reached.map((one) => one.letGo()));
  }

  async #letGo(): Promise<void> {
    await Promise.all(this.#parked.filter(({ backend }) => backend !== undefined).map((one) => one.letGo()));
  }
}

function note(into: Map<string, SeenOutside['locks'][number]>, locks: Row['locks']): void {
  for (const [oid, word] of locks) into.set(`${oid} ${word}`, { oid, mode: modeOf(word) });
}

/** AccessExclusiveLock, as pg_locks has it. */
function modeOf(word: string): LockMode {
  const plain = word.replace(/Lock$/, '').toUpperCase();
  const mode = lockModes.find((one) => one.replaceAll(' ', '') === plain);
  if (!mode) throw new Error(`PostgreSQL names a lock that nobody knows: ${word}`);
  return mode;
}
