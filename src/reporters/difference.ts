import { structuredPatch } from 'diff';

/** Of what is said of a difference: the thing itself is new or gone, or something about it is another. */
export function signOf(words: string): '+' | '-' | '~' {
  if (words.includes(': ')) return '~';
  if (words.endsWith(' is new')) return '+';
  return words.endsWith(' is gone') ? '-' : '~';
}

/** Definitions that have less than this in common are shown one after the other: a patch of them says no more. */
const maxEditLength = 500;

/** The lines that differ between two definitions, with their neighbours: `+`, `-` or a blank before each. */
export function patchOf(before: string, after: string): readonly string[] {
  const options = { context: 2, maxEditLength };
  const patch = structuredPatch('before', 'after', `${before}\n`, `${after}\n`, '', '', options);
  if (patch) return patch.hunks.flatMap(({ lines }) => lines);
  return [...before.split('\n').map((line) => `-${line}`), ...after.split('\n').map((line) => `+${line}`)];
}
