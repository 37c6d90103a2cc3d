/** A file that follows from others; the path is relative to the root of the repository. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}
