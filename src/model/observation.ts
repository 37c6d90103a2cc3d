import type { Difference } from './difference.ts';
import type { ComparedModels } from './models.ts';
import type { Place } from './place.ts';
import type { RevisionId } from './revision.ts';
import type { SchemaObject } from './schema-object.ts';
import type { LeftSetting, Trace } from './trace.ts';
import type { Trial } from './trial.ts';

export type Direction = 'upgrade' | 'downgrade';

/** A statement that a move sent, whatever in the migration issued it. */
export interface Statement {
  /** As PostgreSQL can parse it: parameters are $1, $2, and a percent sign is not doubled. */
  readonly sql: string;
  /** The values of the parameters as text, cut where they are long; of the first set where there are `sets` of them. */
  readonly parameters?: readonly string[];
  /** How many sets of parameters it was sent with, where that is more than one. */
  readonly sets?: number;
  /** Innermost line inside a revision, else inside the project; absent where no frame of the project was on the stack. */
  readonly place?: Place;
  /** The function that the place is in, such as upgrade. */
  readonly function?: string;
  /** Lines of the project that led to the place, outermost first; absent where there are none. */
  readonly calledFrom?: readonly Place[];
  readonly milliseconds: number;
  /** Rows the driver reported, absent where it reported none. */
  readonly rows?: number;
  /** What the server did; absent where nobody could look, or the statement failed. */
  readonly trace?: Trace;
  /** Of an UPDATE or DELETE of a table that was there before; absent where nothing can be suggested with certainty. */
  readonly trial?: Trial;
}

/** Why a move did not end well, in the server's or the interpreter's own words. */
export interface Failure {
  readonly reason:
    | 'sql'
    | 'python'
    | 'irreversible'
    | 'timed-out'
    | 'exited'
    | 'disconnected'
    | 'not-applied';
  /** Such as UniqueViolation or NotImplementedError. */
  readonly error: string;
  readonly message: string;
  readonly sqlstate?: string;
  readonly detail?: string;
  readonly hint?: string;
  /** The statement that failed, where one did. */
  readonly sql?: string;
  readonly place?: Place;
  /** Outer frames of the project that led to the place, outermost first. */
  readonly calledFrom: readonly Place[];
}

/** What the migration itself printed, bounded; `omitted` counts the bytes left out. */
export interface Output {
  readonly text: string;
  readonly omitted: number;
}

/** One upgrade or one downgrade of one revision, and what was seen while it ran. */
export interface Move {
  readonly direction: Direction;
  readonly revision: RevisionId;
  readonly milliseconds: number;
  readonly statements: readonly Statement[];
  readonly output: Output;
  readonly failure?: Failure;
  /** Settings of the session that are not what they were before the move; absent where all are. */
  readonly left?: readonly LeftSetting[];
  /** What was sent meanwhile and is not among `statements`; absent where nothing is known to have been. */
  readonly unlisted?: Unlisted;
}

/** Statements that went past whoever lists those of a move: nobody has looked at what they did. */
export interface Unlisted {
  /** As the log of the server has them; absent where nobody could read it. */
  readonly sent?: {
    readonly count: number;
    /** The first few that differ, without their values, each on one line. */
    readonly texts: readonly string[];
  };
  /** How they went past, as far as the tool has noticed. */
  readonly ways: readonly Remark[];
}

/** Rows of one table at two points. */
export interface RowChange {
  readonly table: string;
  readonly before: number;
  readonly after: number;
  /** Same count, other content. */
  readonly contentChanged: boolean;
}

/** Upgrade, downgrade, upgrade of one revision. A part that could not be reached is absent. */
export interface RoundTrip {
  readonly revision: RevisionId;
  readonly upgrade: Move;
  readonly downgrade?: Move;
  /** After the downgrade against before the upgrade. */
  readonly trace?: readonly Difference[];
  readonly rowsAfterDowngrade?: readonly RowChange[];
  readonly reupgrade?: Move;
  /** After the second upgrade against after the first. */
  readonly drift?: readonly Difference[];
  readonly rowsAfterReupgrade?: readonly RowChange[];
  /** After the first upgrade against before it: what the revision does. */
  readonly effect?: readonly Difference[];
  /** The tables that the first upgrade touched, each with all its parts, before it and after it. */
  readonly schema?: { readonly before: readonly SchemaObject[]; readonly after: readonly SchemaObject[] };
}

/** The whole chain, down from the heads and up again. */
export interface Chain {
  /** How far down it went: the revisions that were taken back, first one first. */
  readonly down: readonly RevisionId[];
  /** Absent when everything was taken back. */
  readonly stopped?: { readonly above: RevisionId; readonly because: string };
  readonly failure?: Move;
  /** `base`: the state before the first revision of the walk. */
  readonly reached: 'base' | 'part of the way' | 'nothing';
  /** At the lowest point against the same point before it was ever passed. */
  readonly below: readonly Difference[];
  /** At the top again against the top before; absent where the way up is the rehearsal. */
  readonly above?: readonly Difference[];
}

/**
 * One plain `upgrade heads` with the project's own transaction settings, looked at from a fresh connection. It starts
 * where a deployment starts: with the revisions that are out of scope applied.
 */
export interface Rehearsal {
  /** On the database that the chain emptied, or on a new one. */
  readonly from: 'chain' | 'new';
  readonly moves: number;
  readonly milliseconds: number;
  readonly failure?: Failure;
  readonly expectedHeads: readonly RevisionId[];
  readonly foundHeads: readonly string[];
  /** The catalog against the one that the walk ended with. */
  readonly differences: readonly Difference[];
  readonly output: Output;
}

/** Something that was not looked at, and why. */
export interface NotObserved {
  readonly what:
    | 'revision'
    | 'downgrade'
    | 'reupgrade'
    | 'chain'
    | 'rehearsal'
    | 'models'
    | 'rows'
    /** Statements went past whoever lists them. */
    | 'statements'
    /** Whether all statements are listed was not compared with the log of the server. */
    | 'log';
  readonly revision?: RevisionId;
  /** The revision whose failing upgrade is the reason. */
  readonly blockedBy?: RevisionId;
  readonly why: string;
}

/** The first upgrade of each revision that was walked, whether it took the round trip or was only passed through. */
export const upgradesIn = ({
  roundTrips,
  passedThrough,
}: Pick<Observations, 'roundTrips' | 'passedThrough'>): readonly Move[] => [
  ...roundTrips.map(({ upgrade }) => upgrade),
  ...passedThrough,
];

/** In the words of a coverage: of what, or of which revision, and why. */
export const limitLine = ({ revision, what, why }: NotObserved): string => `${revision ?? what}: ${why}`;

/** Something about the tool or its environment that a reader of the observations has to know. */
export interface Remark {
  readonly kind: /** env.py begins a transaction of its own around Alembic's. */
    | 'own-transaction'
    /** env.py sends statements before the migrations run, in the transaction they will use. */
    | 'begun-before'
    /** env.py calls run_migrations more than once. */
    | 'several-runs'
    /** A connection was opened past SQLAlchemy: led to the disposable database, its statements not listed. */
    | 'raw-connection'
    /** A revision takes the driver's own connection out of SQLAlchemy: what is sent on it is not listed. */
    | 'raw-cursor'
    /** A revision starts a program, whose statements are not listed. */
    | 'child-process'
    /** After a move somebody still held a lock: a session that the migration never closed. */
    | 'session-left-open'
    /** More statements than are listed. */
    | 'statements-cut'
    /** env.py failed after the last move. */
    | 'ended-badly';
  readonly text: string;
  readonly place?: Place;
}

/** Facts only. Everything the replay saw, in the order it saw it. */
export interface Observations {
  readonly roundTrips: readonly RoundTrip[];
  /** Revisions that were only upgraded through (outside the scope). */
  readonly passedThrough: readonly Move[];
  readonly chain?: Chain;
  readonly rehearsal?: Rehearsal;
  readonly models?: ComparedModels;
  readonly notObserved: readonly NotObserved[];
  /** How the tool had to be run, where that was not the ordinary way, and what could not be followed. */
  readonly remarks: readonly Remark[];
  /** Databases rebuilt after failed moves, and the extra moves that took. */
  readonly recoveries: { readonly count: number; readonly moves: number };
}
