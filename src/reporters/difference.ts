import { structuredPatch } from 'diff';

/** Of what is said of a difference: the thing itself is new or gone, or something about it is another. */
export function signOf(words: string): '+' | '-' | '~' {
  if (words.includes(': ')) return '~';
  if (words.endsWith(' is new')) return '+';
  return words.endsWith(' is gone') ? '-' : '~';
}

/** The lines that differ between two definitions, with their neighbours: `+`, `-` or a blank before each. */
export const patchOf = (before: string, after: string): readonly string[] =>
  structuredPatch('before', 'after', `${before}\n`, `${after}\n`, '', '', { context: 2 }).hunks.flatMap(
    ({ lines }) => lines,
  );
