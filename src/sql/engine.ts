import { type Loaded, load, type Program } from './program.ts';
import { loadRewriter } from './rewriter.ts';

/** What the parser said: JSON, or why there is none. */
export type Answer = { readonly json: string } | { readonly refusal: Refusal };

interface Refusal {
  readonly message: string;
  /** In code points, from 0. Absent where the parser names none, as when it was not the text that it failed at. */
  readonly at?: number;
}

let loaded: Loaded | undefined;
let loading: Promise<void> | undefined;

/** Loads the parsers. Wait for it before anything of this room is used; a second call costs nothing. */
export function loadSql(): Promise<void> {
  loading ??= loadBoth();
  return loading;
}

async function loadBoth(): Promise<void> {
  [loaded] = await Promise.all([load(), loadRewriter()]);
}

/** The syntax tree of all statements of a text. */
export const parseTree = (sql: string): Answer => ask(sql, readTree);

/** The tokens of a text. */
export const scanTokens = (sql: string): Answer =>
  ask(sql, (program, text) => readText(program, program._wasm_scan(text)));

/** The bodies of a CREATE FUNCTION or DO statement in PL/pgSQL. Others must not be asked for: they stop the parser. */
export const parseBody = (sql: string): Answer =>
  ask(sql, (program, text) => readText(program, program._wasm_parse_plpgsql(text)));

/** A fault of the parser itself, never of the text alone, is told like a refusal, and the parser starts afresh. */
function ask(sql: string, read: (program: Program, text: number) => Answer): Answer {
  if (!loaded) throw new Error('The SQL parser is not loaded: await loadSql() first');
  const { program, restore } = loaded;
  try {
    const text = put(program, sql);
    const answer = read(program, text);
    program._free(text);
    return answer;
  } catch (fault) {
    restore();
    return { refusal: { message: faultMessage(fault) } };
  }
}

const faultMessage = (fault: unknown): string =>
  fault instanceof RangeError
    ? 'nested too deeply to be read'
    : `the parser stopped: ${fault instanceof Error ? fault.message : String(fault)}`;

function put(program: Program, sql: string): number {
  const bytes = Buffer.from(`${sql}\0`);
  const pointer = program._malloc(bytes.length);
  if (pointer === 0) throw new Error('out of memory');
  program.HEAPU8.set(bytes, pointer);
  return pointer;
}

/** PgQueryParseResult { char *parse_tree; char *stderr_buffer; PgQueryError *error; } (pg_query.h) */
function readTree(program: Program, text: number): Answer {
  const result = program._wasm_parse_query_raw(text);
  const [tree = 0, , error = 0] = pointers(program, result, 3);
  const answer: Answer = error
    ? { refusal: readError(program, error) }
    : { json: program.UTF8ToString(tree) };
  program._wasm_free_parse_result(result);
  return answer;
}

/** PgQueryError { char *message; char *funcname; char *filename; int lineno; int cursorpos; } with a position from 1. */
function readError(program: Program, error: number): Refusal {
  const [message = 0, , , , position = 0] = pointers(program, error, 5);
  return { message: program.UTF8ToString(message), ...(position > 0 ? { at: position - 1 } : {}) };
}

/** JSON, or in its place an error message. */
function readText(program: Program, pointer: number): Answer {
  const text = program.UTF8ToString(pointer);
  program._wasm_free_string(pointer);
  return text.startsWith('{') ? { json: text } : { refusal: { message: text } };
}

const pointers = (program: Program, at: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => program.getValue(at + 4 * index, 'i32'));
