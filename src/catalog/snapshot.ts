import type { Journal } from './journal.ts';

/** The whole user catalog at one moment: a place in a reader's journal. Cheap to keep, comparable with any other. */
export interface Snapshot {
  readonly journal: Journal;
  readonly position: number;
}
