import type { Revision } from '../../model/revision.ts';

/** What the text of a revision's file says of itself; it was not run. */
export interface Written {
  readonly id: string;
  readonly parents: readonly string[];
}

/** The two variables of a revision, where they are literals as Alembic writes them; undefined where they are not. */
export function writtenRevision(text: string): Written | undefined {
  const [id] = strings(assigned(text, 'revision'));
  const parents = assigned(text, 'down_revision');
  return id === undefined || parents === undefined ? undefined : { id, parents: strings(parents) };
}

/** The literal that a variable of the module is given: a string, None, or a tuple or list of strings. */
const assigned = (text: string, name: string): string | undefined =>
  new RegExp(
    String.raw`^${name}(?:\s*:[^=\n]+)?\s*=\s*(None|"[^"\n]*"|'[^'\n]*'|\([^)]*\)|\[[^\]]*\])`,
    'm',
  ).exec(text)?.[1];

const strings = (value = ''): readonly string[] =>
  [...value.matchAll(/"([^"\n]*)"|'([^'\n]*)'/g)].map(([, double, single]) => double ?? single ?? '');

/** The line that names the parents; that of the id where none does. */
export function parentsLine({ source, place }: Pick<Revision, 'source' | 'place'>): number | undefined {
  const at = source.split('\n').findIndex((line) => /^down_revision\b/.test(line));
  return at < 0 ? place.line : at + 1;
}

/** Whether two texts of a file do the same: comments, blanks, line breaks, quotes and the first docstring aside. */
export const doesTheSame = (one: string, other: string): boolean => essence(one) === essence(other);

const piece = /("""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|#[^\n]*|\s+/g;

const essence = (text: string): string =>
  text
    .replace(/^(?:\s|#[^\n]*\n)*(?:"""[\s\S]*?"""|'''[\s\S]*?''')/, '')
    .replaceAll(piece, (_, literal?: string) => (literal === undefined ? '' : inDoubleQuotes(literal)))
    .replaceAll(/,(?=[)\]}])/g, '');

const inDoubleQuotes = (literal: string): string =>
  /^'[^'"\\]*'$/.test(literal) ? `"${literal.slice(1, -1)}"` : literal;
