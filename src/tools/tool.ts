import type { DatabaseAddress } from '../database/provider.ts';
import type { LockMode } from '../model/lock.ts';
import type { ComparedModels } from '../model/models.ts';
import type { Direction, Failure, Move, Remark, Statement } from '../model/observation.ts';
import type { Project, Toolchain } from '../model/project.ts';
import type { RevisionGraph, RevisionId } from '../model/revision.ts';

/**
 * The contract of a migration tool: how projects are found, how their graph is read, how one move is made.
 * A tool is one folder beside this file; everything else in the house is the same for all tools.
 */
export interface MigrationTool {
  readonly id: string;
  /**
   * Looks at names and small files only; never runs the project's code. The project that the user named a
   * configuration file or a section of; else the one in the directory itself; else all of those below it.
   */
  detect(
    where: Whereabouts,
    named?: { readonly config?: string; readonly name?: string },
  ): Promise<readonly Detection[]>;
  /**
   * The files and directories that the graph is read from, absolute; undefined where only the project's code could tell.
   * Runs none of it.
   */
  sources(detection: Detection): Promise<readonly string[] | undefined>;
  /** Starts what the project needs and reads its graph. Throws SetupError with what to do. */
  open(detection: Detection, where: Whereabouts, options: ToolOptions): Promise<ToolSession>;
}

export interface Whereabouts {
  /** Absolute path of the directory the user named. */
  readonly directory: string;
  /** Absolute path that places are relative to: the git top level, or `directory` outside a repository. */
  readonly root: string;
}

export interface Detection {
  readonly project: Project;
  /** Absolute path of the directory the tool runs in. */
  readonly directory: string;
  /** What the tool needs to know to open it again: config file, section. */
  readonly config: Readonly<Record<string, string>>;
}

export interface ToolOptions {
  readonly python?: string;
  /** `-x` arguments. */
  readonly x: readonly string[];
  /** Environment for the project's code. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  /** What files of revisions are to be taken to say, by their name relative to the root. Nothing is written. */
  readonly texts?: Texts;
}

/** Bytes of files. */
export type Texts = ReadonlyMap<string, Uint8Array>;

export interface ToolSession extends AsyncDisposable {
  readonly toolchain: Toolchain;
  readonly graph: RevisionGraph;
  /** The files and directories that the graph and all that surrounds the migrations are read from, absolute. */
  readonly sources: readonly string[];
  /** The table where the tool keeps its versions, as schema and name; left out of every snapshot. Known once a move was made. */
  readonly versionTable: {
    readonly schema: string | undefined;
    readonly name: string;
    readonly column: string;
  };
  /** How it had to be run where that was not the ordinary way. */
  readonly remarks: readonly Remark[];
  /**
   * What its sessions have sent since the last time beside what moves list: statements
   * of env.py, and of the tool itself. Undefined where these were too many to be kept.
   */
  takeAround(): readonly Sent[] | undefined;
  /** One move of one revision, committed when it resolves. A failing migration is a result, never a throw. SetupError when env.py itself fails. */
  move(direction: Direction, revision: RevisionId, run: MoveOptions): Promise<Move>;
  /** Plain `upgrade heads` in the project's own transactions. */
  upgradeToHeads(run: MoveOptions): Promise<UpgradeToHeads>;
  /**
   * The models of the project against the database as it is, which has to be at the heads. Changes nothing. Where they
   * cannot be compared, why. Absent where the tool knows no models.
   */
  compareModels?(run: MoveOptions): Promise<ComparedModels | { readonly why: string }>;
  /** Writes the version table as if these were applied. With none, what surrounds the migrations runs, and nothing else. */
  stamp(revisions: readonly RevisionId[], run: MoveOptions): Promise<void>;
  /** Ends the tool's sessions in the database, so that it can be copied or dropped. */
  release(): Promise<void>;
}

/** A statement without what it did, as `Statement` has it. */
export type Sent = Pick<Statement, 'sql' | 'sets'>;

export interface MoveOptions {
  readonly database: DatabaseAddress;
  /** The move is cut off after this long; the result is then a failure `timed-out`. */
  readonly timeoutMs: number;
  /** Told of each statement that commits by itself. Absent: nobody asks what the server does for the statements of this move. */
  readonly observe?: ObserveAlone;
}

/**
 * Looks at a statement that ends its own transaction, and with it its locks, so that its own session cannot be asked
 * about them. Called before it is sent, and it is not sent before this has resolved.
 */
export type ObserveAlone = (statement: AloneStatement) => Promise<ObservedAlone>;

export interface AloneStatement {
  readonly sql: string;
  /** Process id of the backend that will run it. */
  readonly pid: number;
  /** As SHOW search_path says it. */
  readonly searchPath: string;
  /** In milliseconds; 0 is without limit. */
  readonly lockTimeoutMs: number;
  readonly statementTimeoutMs: number;
}

export type ObservedAlone =
  /** It may run in a transaction: the tool puts it into one of its own, and looks from inside. */
  | { readonly way: 'inside' }
  /** `end` is called once, whatever became of the statement, and leaves nothing behind. */
  | { readonly way: 'outside'; end(): Promise<SeenOutside> };

export interface SeenOutside {
  readonly locks: readonly { readonly oid: number; readonly mode: LockMode }[];
  /** Whether these are all that matter. Otherwise some may have come and gone unseen. */
  readonly complete: boolean;
}

export interface UpgradeToHeads {
  readonly moves: number;
  readonly milliseconds: number;
  readonly output: Move['output'];
  readonly failure?: Failure;
}
