/** Where something is, in the words of the repository: the file is relative to its root, lines start at 1. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly endLine?: number;
  readonly column?: number;
}
