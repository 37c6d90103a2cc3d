import { type Token, tokensOf } from './tokens.ts';

/** A stretch of a text, in UTF-16 units. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

/**
 * Where the statements of a text stand that cannot be parsed as a whole: between semicolons that are neither in
 * parentheses nor in a BEGIN ATOMIC body. Behind `readable` the scanner may fail as well; then all from the statement
 * there on is one piece.
 */
export function split(sql: string, readable: number): readonly Piece[] {
  const all = tokensOf(sql);
  if (all) return pieces(all, sql.length);
  return pieces(tokensOf(sql.slice(0, readable)) ?? [], sql.length);
}

function pieces(tokens: readonly Token[], length: number): readonly Piece[] {
  const ends = semicolons(tokens.filter(({ comment }) => !comment));
  return [...ends, length].map((end, at) => ({ start: at === 0 ? 0 : (ends[at - 1] ?? 0) + 1, end }));
}

/** Offsets of the semicolons that end a statement. */
function semicolons(tokens: readonly Token[]): readonly number[] {
  const ends: number[] = [];
  let parentheses = 0;
  let blocks = 0;
  let words: string[] = [];
  for (const { text, start } of tokens) {
    const word = text.toLowerCase();
    if (word === '(') parentheses += 1;
    else if (word === ')') parentheses = Math.max(0, parentheses - 1);
    else if (word === ';' && parentheses === 0 && blocks === 0) {
      ends.push(start);
      words = [];
      continue;
    }
    // Only a routine has a body of statements; elsewhere BEGIN and END are transactions.
    if (isRoutine(words)) blocks = Math.max(0, blocks + opens(word));
    if (words.length < routineWords) words.push(word);
  }
  return ends;
}

/** CREATE OR REPLACE FUNCTION */
const routineWords = 4;
const isRoutine = (words: readonly string[]): boolean =>
  words[0] === 'create' && words.some((word) => word === 'function' || word === 'procedure');

function opens(word: string): number {
  if (word === 'begin' || word === 'case') return 1;
  return word === 'end' ? -1 : 0;
}
