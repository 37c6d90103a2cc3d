import type { Place } from '../model/place.ts';

/** Something that was set wrong: the sentence, and what to type. */
export interface Problem {
  readonly message: string;
  readonly hint: string;
  /** Where it was written, where that is a file. */
  readonly place?: Place | undefined;
}
