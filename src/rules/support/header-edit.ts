import type { Revision } from '../../model/revision.ts';
import type { Edit } from '../../model/suggestion.ts';
import { replaced } from './edits.ts';
import { writtenRevision } from './revision-text.ts';

/** Ids that are the same in a literal, in a header and in a regular expression. */
const isOrdinary = (id: string): boolean => /^[\w-]+$/.test(id);

/**
 * A revision on top of another one, in its variable and, where the header above names its parent, there too: one edit
 * from the first of the two lines to the last. Undefined where the variable is no literal on one line.
 */
export function onTopOf(revision: Revision, parent: string, other: string): Edit | undefined {
  if (!isOrdinary(parent) || !isOrdinary(other)) return undefined;
  const lines = revision.source.split('\n');
  const variable = lines.findIndex((line) => /^down_revision\b/.test(line));
  const header = lines.findIndex((line, at) => at < variable && /^\s*Revises:/.test(line));
  const quoted = new RegExp(`(["'])${parent}\\1`, 'g');
  const written = lines[variable] ?? '';
  if (written.match(quoted)?.length !== 1) return undefined;
  const first = header < 0 ? variable : header;
  const after = lines.slice(first, variable + 1).map((line, at) => {
    if (first + at === variable) return line.replace(quoted, (_, quote: string) => quote + other + quote);
    return at === 0 ? line.replace(new RegExp(`(?<![\\w-])${parent}(?![\\w-])`), other) : line;
  });
  return replaced(revision, first + 1, variable + 1, after);
}

/** One field of the header with what the file says below. */
export function headerField(revision: Revision, line: number, values: readonly string[]): Edit | undefined {
  const name = /^\s*[\w ]+:/.exec(revision.source.split('\n')[line - 1] ?? '')?.[0];
  if (name === undefined || !values.every(isOrdinary)) return undefined;
  return replaced(revision, line, line, [`${name} ${values.join(', ')}`.trimEnd()]);
}

type Written = Pick<Revision, 'place' | 'source'>;

/**
 * A revision that is numbered like another one with the next number, on top of that one: its two variables and what the
 * header says of them. Undefined where both are not on top of the same, or ids are no numbers.
 */
export function renumbered(own: Written, other: Written, next: number): Edit | undefined {
  const [mine, theirs] = [writtenRevision(own.source), writtenRevision(other.source)];
  const [parent, ...more] = mine?.parents ?? [];
  if (!mine || parent === undefined || more.length > 0 || String(theirs?.parents) !== parent)
    return undefined;
  if (!/^\d+$/.test(mine.id) || !isOrdinary(parent)) return undefined;
  const id = String(next).padStart(mine.id.length, '0');
  const lines = own.source.split('\n');
  const after = lines.map((line) => {
    if (/^\s*Revision ID:/.test(line)) return line.replace(mine.id, id);
    if (/^\s*Revises:/.test(line)) return line.replace(parent, mine.id);
    if (/^revision\b/.test(line)) return line.replace(mine.id, id);
    return /^down_revision\b/.test(line) ? line.replace(parent, mine.id) : line;
  });
  const differing = lines.flatMap((line, at) => (line === after[at] ? [] : [at + 1]));
  const [first = 0, last = first] = [differing[0], differing.at(-1)];
  return first === 0 ? undefined : replaced(own, first, last, after.slice(first - 1, last));
}
