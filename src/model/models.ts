import type { Place } from './place.ts';

/** One thing that the models of the project and the migrated database do not have in common. */
export interface ModelDifference {
  readonly kind:
    | 'table'
    | 'column'
    | 'type'
    | 'nullable'
    | 'default'
    | 'comment'
    | 'index'
    | 'unique'
    | 'foreign-key'
    | 'check'
    | 'labels';
  readonly schema: string;
  readonly table: string;
  /** Absent where it is about no single column. */
  readonly column?: string;
  /** Which of the two has it; absent where both have it, each its own. */
  readonly only?: 'models' | 'database';
  readonly words: string;
}

/** The models against the database with all revisions applied, by the tool's own comparison and the options of the project. */
export interface ComparedModels {
  /** Where the project says what its models are. */
  readonly place: Place;
  readonly differences: readonly ModelDifference[];
}
