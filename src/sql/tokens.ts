import { scanTokens } from './engine.ts';
import { fromBytes } from './positions.ts';

/** A word, literal, operator or comment, as PostgreSQL's scanner cuts them. */
export interface Token {
  /** Its own spelling. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly comment: boolean;
  /** A name that is no keyword, or one in quotes. */
  readonly identifier: boolean;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const control = /[\u0000-\u001f]/g;

/** The tokens of a text, comments included; undefined where the scanner refuses it, as for a string that never ends. */
export function tokensOf(sql: string): readonly Token[] | undefined {
  const answer = scanTokens(sql);
  if (!('json' in answer)) return undefined;
  // The scanner writes the texts of tokens into its JSON as they are, control characters included.
  const json = answer.json.replaceAll(control, ' ');
  const { tokens } = JSON.parse(json) as { readonly tokens?: readonly Scanned[] };
  const offset = fromBytes(sql);
  return (tokens ?? []).map(({ start = 0, end, tokenName, tokenType }) => ({
    text: sql.slice(offset(start), offset(end)),
    start: offset(start),
    end: offset(end),
    comment: tokenName === 'SQL_COMMENT' || tokenName === 'C_COMMENT',
    identifier: tokenName === 'IDENT' || tokenType === uident,
  }));
}

/** U&"..." has a number in the scanner's answer, and no name (gram.y: the second token, which Bison counts from 258). */
const uident = 259;

/** Offsets are in bytes. */
interface Scanned {
  readonly start?: number;
  readonly end: number;
  readonly tokenName: string;
  readonly tokenType: number;
}
