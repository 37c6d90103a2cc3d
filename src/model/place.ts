/** Where something is, in the words of the repository: the file is relative to its root, lines start at 1. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly endLine?: number;
  readonly column?: number;
}

/** Lines of a file, both ends included. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** `versions/0002_a.py:12`. */
export const placeText = ({ file, line }: Place): string => (line === undefined ? file : `${file}:${line}`);

/** The directories that a path is in, the nearest first, without the root. */
export function directoriesOf(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, left) => parts.slice(0, parts.length - 1 - left).join('/'));
}

/** Whether a file is among some paths, or in a directory that is. */
export const isCovered = (paths: ReadonlySet<string>, file: string): boolean =>
  paths.has(file) || directoriesOf(file).some((directory) => paths.has(directory));

/** Whether a relative path leads out of where it begins. */
export const isAbove = (path: string): boolean => /^\.\.(\/|$)/.test(path);

/** Whether a path names something in the repository: no other drive, nothing above the root. */
export const isInside = (file: string): boolean =>
  file !== '' && !/^[\\/]|^[A-Za-z]:|\\|\p{Cc}/u.test(file) && !file.split('/').includes('..');
