import type { Revision } from '../../model/revision.ts';
import type { Edit } from '../../model/suggestion.ts';
import type { StatementSubject } from '../rule.ts';
import { indented, replaced, statementAt } from './edits.ts';
import type { PythonLine } from './python-lines.ts';
import { placeOf } from './traced.ts';

/**
 * The call that sends a command, in a block where it commits by itself, and concurrent. `lines` do the same for one that
 * is written as SQL; all but the last of them go before the call in any case. Undefined where the call does not stand
 * alone in `upgrade()`, or sends more than this command.
 */
export function madeConcurrent(subject: StatementSubject, lines: readonly string[]): Edit | undefined {
  const { revision, statement, command } = subject;
  if (statement.sql.trim().replace(/\s*;$/, '') !== command.text.trim()) return undefined;
  return inBlock(revision, placeOf(subject), lines);
}

/** The same for a call at a place, where the command is known to be all that it sends. */
export function inBlock(
  revision: Revision,
  place: { readonly file: string; readonly line?: number },
  lines: readonly string[],
): Edit | undefined {
  const found = statementAt(revision, 'upgrade', place);
  if (!found) return undefined;
  const { statement, indent, unit } = found;
  const call =
    concurrentCall(statement) ?? (isExecute(statement) ? indented(lines.slice(-1), indent) : undefined);
  if (!call) return undefined;
  return replaced(revision, statement.startLine, statement.endLine, [
    `${indent}with op.get_context().autocommit_block():`,
    ...indented(lines.slice(0, -1), indent + unit),
    ...indented(call, unit),
  ]);
}

const isExecute = ({ pieces }: PythonLine): boolean => beginsWith(pieces, ['op', '.', 'execute', '(']);

/** Alembic's own call as it is written, with one argument more; undefined where it is another call, or cannot be read. */
function concurrentCall({ text, pieces, hasLongLiteral }: PythonLine): readonly string[] | undefined {
  const isCall = ['create_index', 'drop_index'].some((name) => beginsWith(pieces, ['op', '.', name, '(']));
  const [last, close] = pieces.slice(-2);
  if (!isCall || hasLongLiteral || !last || close?.text !== ')') return undefined;
  if (pieces.some((piece) => piece.text === 'postgresql_concurrently')) return text.split('\n');
  const head = last.text === ',' ? text.slice(0, last.end) : `${text.slice(0, last.end)},`;
  const tail = text.slice(last.end);
  const lineEnd = tail.slice(0, close.end - last.end).indexOf('\n');
  if (lineEnd < 0) return `${head} ${argument}${last.text === ',' ? ',' : ''}${tail}`.split('\n');
  // The bracket closes on a line of its own.
  const margin = /^[^\S\n]*/.exec(head.slice(head.lastIndexOf('\n') + 1))?.[0] ?? '';
  return `${head}${tail.slice(0, lineEnd)}\n${margin}${argument},${tail.slice(lineEnd)}`.split('\n');
}

const argument = 'postgresql_concurrently=True';

const beginsWith = (pieces: PythonLine['pieces'], words: readonly string[]): boolean =>
  words.every((word, at) => pieces[at]?.text === word);
