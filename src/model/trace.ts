import type { LockMode } from './lock.ts';

/** Something that can be locked. Its name is the one it had before the statement, where it was there before. */
export interface Relation {
  readonly schema: string;
  readonly name: string;
  readonly kind:
    | 'table'
    | 'partitioned table'
    | 'index'
    | 'partitioned index'
    | 'view'
    | 'materialized view'
    | 'sequence'
    | 'foreign table'
    | 'composite type';
  /** Of an index: the table it is on, in the same schema. */
  readonly of?: string;
  /** Whether it was there before the transaction began. */
  readonly existed: boolean;
}

export interface Lock {
  readonly relation: Relation;
  readonly mode: LockMode;
}

/** Sequential scans of one relation, and the rows that they read. */
export interface Scan {
  readonly relation: Relation;
  readonly scans: number;
  readonly tuples: number;
}

/** Rows of one table that a statement wrote. */
export interface Written {
  readonly relation: Relation;
  readonly inserted: number;
  readonly updated: number;
  readonly deleted: number;
}

/**
 * What PostgreSQL did for one statement: never what a table of beliefs says it does. Relations of the system and TOAST
 * tables are left out.
 */
export interface Trace {
  /** Which transaction of the move, counted from 1. A statement that commits by itself has one of its own. */
  readonly transaction: number;
  /** It committed by itself: an autocommit_block, or a command such as CREATE INDEX CONCURRENTLY. */
  readonly autocommit: boolean;
  /**
   * inside: asked in the transaction of the statement, right after it. outside: seen by another session while the
   * statement was made to wait, because it ends its own transaction and with it its locks.
   */
  readonly seen: 'inside' | 'outside';
  /** Taken by this statement, and not held before by its transaction. */
  readonly locks: readonly Lock[];
  /** Held before by its transaction and held no longer: after ROLLBACK TO SAVEPOINT. */
  readonly released: readonly Lock[];
  /** Stored anew, tables and indexes: their relfilenode is another one. */
  readonly rewritten: readonly Relation[];
  readonly scanned: readonly Scan[];
  readonly written: readonly Written[];
  /** In force while it ran, in milliseconds; 0 is without limit. */
  readonly lockTimeoutMs: number;
  readonly statementTimeoutMs: number;
  /** What could not be seen of this statement. */
  readonly unseen: readonly ('locks' | 'rewritten' | 'scanned' | 'written')[];
}

/** A setting of the session that a revision left other than it found it. */
export interface LeftSetting {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** As people write it: without `public.`. */
export const shownRelation = ({ schema, name }: Pick<Relation, 'schema' | 'name'>): string =>
  schema === 'public' ? name : `${schema}.${name}`;
