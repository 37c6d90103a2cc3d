import type { Revision } from '../../model/revision.ts';
import type { Edit } from '../../model/suggestion.ts';
import { replaced } from './edits.ts';

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
  const written = revision.source.split('\n')[line - 1];
  const [, start] = /^(\s*[\w ]+:\s?).*$/.exec(written ?? '') ?? [];
  if (start === undefined || !values.every(isOrdinary)) return undefined;
  return replaced(revision, line, line, [`${start.trimEnd()} ${values.join(', ')}`.trimEnd()]);
}
