/** Something that was set wrong: the sentence, and what to type. */
export interface Problem {
  readonly message: string;
  readonly hint: string;
}
