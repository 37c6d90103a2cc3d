import { around } from '../catalog/around.ts';
import { changedTables, compare, type Snapshot } from '../catalog/compare.ts';
import { CatalogReader } from '../catalog/reader.ts';
import type { Database } from '../database/provider.ts';
import type { Difference } from '../model/difference.ts';
import type { ComparedModels } from '../model/models.ts';
import type {
  Direction,
  Failure,
  Move,
  NotObserved,
  Remark,
  RoundTrip,
  RowChange,
} from '../model/observation.ts';
import type { RevisionId } from '../model/revision.ts';
import { compareRows, digestAgain, digestRows, type RowDigest } from '../rows/digest.ts';
import type { ObserveAlone, UpgradeToHeads } from '../tools/tool.ts';
import { observeAlone } from './alone.ts';
import { Checkpoint } from './checkpoint.ts';
import { CrossCheck } from './cross-check.ts';
import type { WorkbenchParts } from './parts.ts';
import { mayChangeRows } from './row-statements.ts';
import { Trials } from './trials.ts';

/** The database at one moment, as far as it is compared. */
export interface Look {
  readonly snapshot: Snapshot;
  readonly rows: RowDigest;
  /** What the version table says. */
  readonly versions: readonly string[];
}

export interface LookDifference {
  readonly catalog: readonly Difference[];
  readonly rows: readonly RowChange[];
}

/** The disposable database that moves are made on, looked at and, when a move has spoilt it, rebuilt. */
export class Workbench {
  /** In the order they were applied. */
  readonly applied: RevisionId[] = [];
  readonly recoveries = { count: 0, moves: 0 };
  readonly remarks: Remark[] = [];
  readonly #parts: WorkbenchParts;
  readonly #checkpoint: Checkpoint;
  readonly #crossCheck: CrossCheck;
  readonly #roles: ReadonlySet<string>;
  #database: Database;
  #reader: CatalogReader;
  #observe: ObserveAlone;
  #trials: Trials;
  /** Of the database as it is; absent after a move that nobody has looked at. */
  #now: Look | undefined;
  /** The last look, as long as rows can only be others where the catalog is. */
  #before: Pick<Look, 'snapshot' | 'rows'> | undefined;
  #versionsNow: readonly string[] | undefined;
  #last = '';

  private constructor(parts: WorkbenchParts, database: Database, roles: ReadonlySet<string>) {
    this.#parts = parts;
    this.#database = database;
    this.#reader = this.#readerOf(database);
    this.#observe = observeAlone(database);
    this.#trials = new Trials(database.beside());
    this.#checkpoint = new Checkpoint(parts, roles);
    this.#roles = roles;
    this.#crossCheck = new CrossCheck(parts.server.log, parts.session);
  }

  static async open(parts: WorkbenchParts): Promise<Workbench> {
    const roles = await parts.server.roles();
    const database = await parts.server.create();
    await parts.prepare(database);
    const bench = new Workbench(parts, database, roles);
    await bench.#crossCheck.begin(database);
    return bench;
  }

  /** What went past whoever lists statements. */
  get notObserved(): readonly NotObserved[] {
    return this.#crossCheck.notObserved;
  }

  /** The database as it is now; looks only when something has happened since the last look. */
  async now(): Promise<Look> {
    this.#now ??= await this.#look();
    return this.#now;
  }

  /** Who holds a lock after a move has ended is a session that was never closed: it is ended. */
  async #look(): Promise<Look> {
    try {
      return await this.#read();
    } catch (error) {
      if (codeOf(error) !== lockTimeout) throw error;
      this.remarks.push({
        kind: 'session-left-open',
        text: `the ${this.#last} left a session open that holds locks; it was ended`,
      });
      await this.#parts.session.release();
      return await this.#read();
    }
  }

  async #read(): Promise<Look> {
    const snapshot = await this.#reader.take();
    const rows = await this.#rows(snapshot);
    this.#before = { snapshot, rows };
    this.#versionsNow ??= await this.#versions();
    return { snapshot, rows, versions: this.#versionsNow };
  }

  async #rows(snapshot: Snapshot): Promise<RowDigest> {
    const ignored = [this.#parts.session.versionTable];
    const before = this.#before;
    if (!before) return digestRows(this.#database, ignored);
    const changed = changedTables(before.snapshot, snapshot);
    return changed.size === 0 || before.rows.size === 0
      ? before.rows
      : digestAgain(this.#database, ignored, before.rows, changed);
  }

  /** Makes one move. One that ends well and is not in the version table afterwards is a failure. */
  async move(direction: Direction, revision: RevisionId): Promise<Move> {
    this.#last = `${direction} of ${revision}`;
    const made = await this.#parts.session.move(direction, revision, {
      ...this.#run(),
      observe: this.#observe,
    });
    const [unlisted, versions] = await Promise.all([
      this.#crossCheck.unlistedIn(made, this.#database),
      made.failure ? undefined : this.#versions(),
    ]);
    const { unlisted: _noticed, ...listed } = made;
    const move: Move = { ...listed, ...(unlisted ? { unlisted } : {}) };
    const mayHaveChanged = move.failure !== undefined || move.statements.some(mayChangeRows);
    this.#forget(mayHaveChanged || unlisted !== undefined || this.#isRemarkedUpon());
    if (move.failure || !versions) return move;
    this.#versionsNow = versions;
    if (versions.includes(revision) !== (direction === 'upgrade'))
      return { ...move, failure: notApplied(direction, revision) };
    if (direction === 'upgrade') this.applied.push(revision);
    else this.applied.splice(this.applied.lastIndexOf(revision), 1);
    return move;
  }

  /** The move that was made last, with what its statements might be replaced by. */
  tryOut(move: Move): Promise<Move> {
    return this.#trials.of(move);
  }

  /** Whether somebody may send statements that nobody lists. */
  #isRemarkedUpon(): boolean {
    return this.#parts.session.remarks.some(({ kind }) => hiding.has(kind));
  }

  /** What was seen holds no longer; rows do where only definitions were sent. */
  #forget(rowsMayHaveChanged: boolean): void {
    this.#now = undefined;
    this.#versionsNow = undefined;
    if (rowsMayHaveChanged) this.#before = undefined;
  }

  /** The project's models against the database as it is. */
  async compareModels(): Promise<ComparedModels | { readonly why: string }> {
    const { session } = this.#parts;
    return (await session.compareModels?.(this.#run())) ?? { why: 'the tool knows no models' };
  }

  async upgradeToHeads(moves: number): Promise<UpgradeToHeads> {
    const run = this.#run();
    this.#forget(true);
    return this.#parts.session.upgradeToHeads({ ...run, timeoutMs: run.timeoutMs * Math.max(1, moves) });
  }

  /** After a failed move: unless everything is as it was at `look`, a database where it is takes this one's place. */
  async restore(look: Look, failure: Failure): Promise<void> {
    const cut = ['timed-out', 'exited', 'disconnected'].includes(failure.reason);
    if (cut || !(await this.#isAt(look))) await this.rebuild();
  }

  /** Replaces the database by a new one with exactly the applied revisions. Costs one copy and the moves since the last time. Throws Unrepeatable: then there is no database any more. */
  async rebuild(): Promise<void> {
    await this.#leave();
    await this.#parts.server.drop(this.#database);
    this.recoveries.count += 1;
    this.recoveries.moves += await this.#checkpoint.advance(this.applied);
    this.#adopt(await this.#checkpoint.copy());
  }

  /** Replaces the database by a new one before the first revision, on a server without anything of the history. Nothing can be rebuilt after that. */
  async restart(): Promise<void> {
    const { server, prepare } = this.#parts;
    await this.#leave();
    await server.drop(this.#database);
    await this.#checkpoint.drop();
    await server.dropRolesBut(this.#roles);
    const database = await server.create();
    await prepare(database);
    this.applied.length = 0;
    this.#adopt(database);
  }

  /** Looks through a session that was opened just now. */
  async lookAfresh(): Promise<Look> {
    await this.#leave();
    this.#reader = this.#readerOf(this.#database);
    this.#forget(true);
    return this.now();
  }

  #adopt(database: Database): void {
    this.#database = database;
    this.#reader = this.#readerOf(database);
    this.#observe = observeAlone(database);
    this.#trials = new Trials(database.beside());
    this.#forget(true);
  }

  async #leave(): Promise<void> {
    await this.#parts.session.release();
    await this.#database.close();
  }

  async #isAt(look: Look): Promise<boolean> {
    const now = await this.now();
    const { catalog, rows } = compareLooks(look, now);
    return catalog.length === 0 && rows.length === 0 && String(look.versions) === String(now.versions);
  }

  #run(): { database: Database['address']; timeoutMs: number } {
    return { database: this.#database.address, timeoutMs: this.#parts.timeoutMs };
  }

  #readerOf(database: Database): CatalogReader {
    return new CatalogReader(database, {
      major: this.#parts.server.facts.major,
      ignored: () => [this.#parts.session.versionTable],
    });
  }

  async #versions(): Promise<readonly string[]> {
    const { schema, name, column } = this.#parts.session.versionTable;
    const table = [schema ?? 'public', name].map((part) => `"${part.replaceAll('"', '""')}"`).join('.');
    try {
      const rows = await this.#database.prepared<{ id: string }>(
        `versions in ${name}`,
        `SELECT ${column} AS id FROM ${table} ORDER BY 1`,
      );
      return rows.map(({ id }) => id);
    } catch (error) {
      if (isUndefinedTable(error)) return [];
      throw error;
    }
  }
}

export function compareLooks(before: Look, after: Look): LookDifference {
  return { catalog: compare(before.snapshot, after.snapshot), rows: compareRows(before.rows, after.rows) };
}

/** The tables, functions, types and so on that differ between two looks of one session, each whole, as they were at both. */
export const schemaAround = (before: Look, after: Look): NonNullable<RoundTrip['schema']> =>
  around(before.snapshot, after.snapshot);

const hiding: ReadonlySet<Remark['kind']> = new Set([
  'raw-connection',
  'raw-cursor',
  'child-process',
  'statements-cut',
]);

const lockTimeout = '55P03';

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

const isUndefinedTable = (error: unknown): boolean => ['42P01', '3F000'].includes(String(codeOf(error)));

function notApplied(direction: Direction, revision: RevisionId): Failure {
  const found = direction === 'upgrade' ? 'does not name it' : 'still names it';
  return {
    reason: 'not-applied',
    error: 'NotApplied',
    message: `the ${direction} of ${revision} ended without an error, but the version table ${found}: nothing was committed`,
    calledFrom: [],
  };
}
