import type { Node } from '@pgsql/types';
import { lineAt } from './lines.ts';
import { literalOf } from './literal.ts';
import { nodeOf, nodesOf } from './nodes.ts';
import { type ParsedStatement, parseSql } from './parse.ts';
import { type Embedded, embeddedIn } from './plpgsql.ts';
import { tokensOf } from './tokens.ts';

/** A statement inside a DO block or a function; its offsets are those of its own text. */
interface Inner {
  readonly statement: ParsedStatement;
  /** Of the text of the statement around it, from 1. */
  readonly line: number;
}

/** SQL that nobody can read before it is executed. */
export interface Unread {
  /** dynamic: made while it runs, as EXECUTE format(...). unreadable: no SQL that the parser knows. */
  readonly why: 'dynamic' | 'unreadable';
  /** The expression, the parser's message, or the language. */
  readonly text: string;
  readonly line: number;
}

export interface Body {
  readonly inner: readonly Inner[];
  readonly unread: readonly Unread[];
}

const nothing: Body = { inner: [], unread: [] };

/**
 * The SQL inside a DO block or a function in PL/pgSQL or SQL: what it would execute, in the order of the text, and what
 * cannot be known. A body without quotes (BEGIN ATOMIC, RETURN) is empty here: the server allows no DDL in it.
 */
export function bodyOf(statement: ParsedStatement): Body {
  if (statement.kind === 'DoStmt') return read(statement, statement.node.args, 'plpgsql');
  if (statement.kind === 'CreateFunctionStmt') return read(statement, statement.node.options, 'sql');
  return nothing;
}

function read({ text }: ParsedStatement, options: readonly Node[] | undefined, usual: string): Body {
  const body = option(options, 'as');
  if (!body) return nothing;
  const language = (option(options, 'language')?.value ?? usual).toLowerCase();
  const place = placeOf(text, body.value);
  if (language === 'sql') return statementsIn(body.value, place, 1);
  if (language === 'plpgsql') return blockIn(text, place);
  return { inner: [], unread: [{ why: 'unreadable', text: `language ${language}`, line: place(1) }] };
}

function option(options: readonly Node[] | undefined, name: string): { readonly value: string } | undefined {
  const arg = nodesOf(options, 'DefElem').find(({ defname }) => defname === name)?.arg;
  const [first] = nodeOf(arg, 'List')?.items ?? [arg];
  const text = nodeOf(first, 'String');
  return text && { value: text.sval ?? '' };
}

/** Turns a line of the body into one of the text around it. */
type Lines = (line: number) => number;

/** A body that is not written as it reads, with escapes, has all its lines where it begins. */
function placeOf(text: string, body: string): Lines {
  const strings = (tokensOf(text) ?? []).filter((token) => /^(\$|e?'|u&')/i.test(token.text));
  const asItReads = strings.find((token) => plain(token.text) === body);
  if (!asItReads) {
    const begins = lineAt(text, strings.find((token) => !token.text.startsWith("'"))?.start ?? 0);
    return () => begins;
  }
  const first = lineAt(text, asItReads.start);
  return (line) => first + line - 1;
}

/** What a string without escapes says. */
function plain(literal: string): string | undefined {
  if (literal.startsWith("'")) return literal.slice(1, -1).replaceAll("''", "'");
  const tag = /^\$[^$]*\$/.exec(literal)?.[0];
  return tag && literal.slice(tag.length, -tag.length);
}

function blockIn(text: string, lines: Lines): Body {
  const block = embeddedIn(text);
  if ('error' in block)
    return { inner: [], unread: [{ why: 'unreadable', text: block.error, line: lines(1) }] };
  return together(
    inOrder(block.embedded).map(({ kind, text: sql, line }) => {
      if (kind === 'sql') return statementsIn(sql, lines, line);
      const literal = literalOf(sql);
      return literal === undefined
        ? { inner: [], unread: [{ why: 'dynamic', text: sql, line: lines(line) }] }
        : // Where a string was made of parts, its lines are nowhere.
          statementsIn(literal, () => lines(line), 1);
    }),
  );
}

/** The parser hands the body of a loop before its query. */
const inOrder = (embedded: readonly Embedded[]): readonly Embedded[] =>
  embedded.toSorted((one, other) => one.line - other.line);

function statementsIn(sql: string, lines: Lines, first: number): Body {
  const { statements, errors } = parseSql(sql);
  const line = (at: number): number => lines(first + lineAt(sql, at) - 1);
  return {
    inner: statements.map((statement) => ({ statement, line: line(statement.start) })),
    unread: errors.map(({ message, at }) => ({ why: 'unreadable', text: message, line: line(at) })),
  };
}

const together = (bodies: readonly Body[]): Body => ({
  inner: bodies.flatMap(({ inner }) => inner),
  unread: bodies.flatMap(({ unread }) => unread),
});
