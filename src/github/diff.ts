import type { LineRange, Place } from '../model/place.ts';

/** A part of a diff: the lines of the new version that it shows, changed ones and those around them. */
export interface Hunk extends LineRange {
  /** What the lines say, from the first one on. */
  readonly lines: readonly string[];
}

/** The hunks of the patch of one file; a hunk that only removes lines shows none. */
export function hunksOf(patch: string): readonly Hunk[] {
  const hunks: { from: number; lines: string[] }[] = [];
  for (const line of patch.split('\n')) {
    const [, from] = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(line) ?? [];
    if (from !== undefined) hunks.push({ from: Number(from), lines: [] });
    else if (/^[ +]/.test(line)) hunks.at(-1)?.lines.push(line.slice(1));
  }
  return hunks
    .filter(({ lines }) => lines.length > 0)
    .map(({ from, lines }) => ({ from, to: from + lines.length - 1, lines }));
}

/** The hunk that shows all of some lines; undefined where none does. */
export const hunkWith = (hunks: readonly Hunk[], { from, to }: LineRange): Hunk | undefined =>
  hunks.find((hunk) => hunk.from <= from && to <= hunk.to);

/** What a pull request changes: its files, and of each the lines that it adds, where anybody looked for them. */
export type Changed = ReadonlyMap<string, readonly LineRange[] | undefined>;

/** Whether a place is in what is changed: `added` wants a line of it, and where no line is known the file is enough. */
export function isChanged(
  { file, line, endLine }: Place,
  changed: Changed,
  filter: 'added' | 'file',
): boolean {
  if (!changed.has(file)) return false;
  const added = changed.get(file);
  if (filter === 'file' || line === undefined || added === undefined) return true;
  return added.some(({ from, to }) => from <= (endLine ?? line) && line <= to);
}
