import type { Revision } from '../../model/revision.ts';

/** Lines of code below a sentence, indented. */
export const code = (...lines: readonly string[]): string => lines.map((line) => `\n    ${line}`).join('');

/** A revision as people speak of it: its id and what it is about. */
export function called({ id, title }: Pick<Revision, 'id' | 'title'>): string {
  return title === '' || title === id ? id : `${id} (${title})`;
}

/** A text as a Python literal. */
export const py = (text: string): string => JSON.stringify(text);

/** `a`, `a and b`, `a, b and c`; with many, `a, b, c and 4 more`. */
export function list(items: readonly string[], cap = 6): string {
  if (items.length > cap) return `${items.slice(0, cap).join(', ')} and ${items.length - cap} more`;
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

/** `1 row`, `3 rows`. */
export const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;

/** A text as a part of a regular expression that finds exactly it. */
export const inRegExp = (text: string): string => text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');
