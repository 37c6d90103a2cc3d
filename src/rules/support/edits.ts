import type { Place } from '../../model/place.ts';
import type { Revision } from '../../model/revision.ts';
import type { Edit } from '../../model/suggestion.ts';
import { type PythonLine, pythonLines } from './python-lines.ts';

/** These lines of the file of a revision in place of others. */
export function replaced(
  { place, source }: Pick<Revision, 'place' | 'source'>,
  startLine: number,
  endLine: number,
  after: readonly string[],
): Edit {
  const before = source.split('\n').slice(startLine - 1, endLine);
  return { file: place.file, startLine, endLine, before, after };
}

/** The statements of a function, those of blocks in it included. */
export interface PythonBody {
  readonly lines: readonly PythonLine[];
  /** The blanks before a statement that is in no block. */
  readonly indent: string;
  /** What a block is indented by. */
  readonly unit: string;
}

/** The body of a function of a revision; undefined where it has none below its head. */
export function bodyOf(revision: Revision, name: 'upgrade' | 'downgrade'): PythonBody | undefined {
  const { line, endLine } = revision[name].place ?? {};
  if (line === undefined || endLine === undefined) return undefined;
  const all = pythonLines(revision.source).filter((one) => one.endLine >= line && one.startLine <= endLine);
  const [head, first, ...rest] = all;
  if (!head || !first) return undefined;
  const { indent } = first;
  return { lines: [first, ...rest], indent, unit: indent.slice(head.indent.length) };
}

/** The statement on a line of a function that stands alone there: in no block, and with no other on its lines. */
export function statementAt(
  revision: Revision,
  name: 'upgrade' | 'downgrade',
  { file, line = 0 }: Place,
): (PythonBody & { readonly statement: PythonLine }) | undefined {
  const body = file === revision.place.file ? bodyOf(revision, name) : undefined;
  const statement = body?.lines.find(({ startLine, endLine }) => startLine <= line && line <= endLine);
  if (!body || !statement || statement.indent !== body.indent) return undefined;
  return statement.pieces.some(({ text }) => text === ';') ? undefined : { ...body, statement };
}

/** Lines of code after all that a function does; in place of `pass` where that is all. */
export function addedAtEnd(
  revision: Revision,
  name: 'upgrade' | 'downgrade',
  lines: readonly string[],
): Edit | undefined {
  const body = bodyOf(revision, name);
  const last = body?.lines.at(-1);
  if (!body || !last || lines.length === 0) return undefined;
  const { startLine, endLine } = last;
  const isIdle = body.lines.length === 1 && ['pass', '...'].includes(codeOf(last));
  const kept = isIdle ? [] : last.text.split('\n');
  return replaced(revision, startLine, endLine, [...kept, ...indented(lines, body.indent)]);
}

/** Lines of code before the statement on a line, where it stands alone. */
export function addedBefore(
  revision: Revision,
  name: 'upgrade' | 'downgrade',
  place: Place,
  lines: readonly string[],
): Edit | undefined {
  const found = statementAt(revision, name, place);
  if (!found) return undefined;
  const { startLine, endLine, text } = found.statement;
  return replaced(revision, startLine, endLine, [...indented(lines, found.indent), ...text.split('\n')]);
}

/** The code of a statement without the blanks and comments around it and in it. */
const codeOf = ({ pieces }: PythonLine): string => pieces.map(({ text }) => text).join('');

export const indented = (lines: readonly string[], by: string): readonly string[] =>
  lines.map((line) => (line === '' ? '' : by + line));
