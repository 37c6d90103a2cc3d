import type { ParseResult, RawStmt } from '@pgsql/types';
import { parseTree } from './engine.ts';
import { fromBytes, fromCodePoints } from './positions.ts';
import { remembered } from './remembered.ts';
import { type Piece, split } from './split.ts';
import type { Parsed, ParsedStatement, SqlError } from './statement.ts';

export type { Parsed, ParsedStatement } from './statement.ts';

/** A longer text is not read: a megabyte of INSERT takes a fifth of a second, and says no more than its first line. */
const longest = 1_048_576;
/** Of all texts together: the statements of a history of thousands of revisions. */
const remember = 8 * longest;

/**
 * The statements of a text, by PostgreSQL 18's own grammar whatever version the server is. One that cannot be read
 * does not hide the others. Never throws because of the text. The same text gives the same object.
 */
export const parseSql: (sql: string) => Parsed = remembered(parse, remember);

function parse(sql: string): Parsed {
  const nul = sql.indexOf('\0');
  if (nul >= 0) return failed('invalid byte sequence: 0x00', nul);
  if (sql.length > longest) return failed(`longer than ${longest} characters, not read`, 0);
  const text = withoutMark(sql);
  const whole = parseText(text);
  const [error] = whole.errors;
  if (!error) return whole;
  const parts = split(text, error.at);
  return parts.length > 1 ? together(parts.map((part) => parsePiece(text, part))) : whole;
}

const failed = (message: string, at: number): Parsed => ({ statements: [], errors: [{ message, at }] });

/** A byte order mark is no SQL. As blanks it leaves all offsets as they are. */
const withoutMark = (sql: string): string => (sql.startsWith('\uFEFF') ? ` ${sql.slice(1)}` : sql);

/** Offsets are those of `text`. */
function parseText(text: string): Parsed {
  const answer = parseTree(text);
  if ('refusal' in answer) {
    const { message, at } = answer.refusal;
    return failed(message, at === undefined ? 0 : fromCodePoints(text, at));
  }
  const { stmts } = JSON.parse(answer.json) as ParseResult;
  const offset = fromBytes(text);
  return { statements: (stmts ?? []).flatMap((raw) => statement(raw, text, offset)), errors: [] };
}

function statement(
  { stmt, stmt_location: location = 0, stmt_len: length }: RawStmt,
  text: string,
  offset: (bytes: number) => number,
): readonly ParsedStatement[] {
  const [named] = Object.entries(stmt ?? {});
  if (!named) return [];
  const [kind, node] = named;
  const start = offset(location);
  const own = text.slice(start, length === undefined ? undefined : offset(location + length)).trimEnd();
  return [{ kind, node, text: own, start, end: start + own.length } as ParsedStatement];
}

function parsePiece(text: string, { start, end }: Piece): Parsed {
  const { statements, errors } = parseText(text.slice(start, end));
  return {
    statements: statements.map((one) => ({ ...one, start: one.start + start, end: one.end + start })),
    errors: errors.map(({ message, at }): SqlError => ({ message, at: at + start })),
  };
}

const together = (parts: readonly Parsed[]): Parsed => ({
  statements: parts.flatMap(({ statements }) => statements),
  errors: parts.flatMap(({ errors }) => errors),
});
