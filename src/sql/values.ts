import { tokensOf } from './tokens.ts';

/** In quotes of every kind or between dollars; $1 is a parameter. */
const literal = /^(?:\$(?!\d)|(?:[benx]|u&)?')/i;

/**
 * A text in which every literal that is no number stands as '...', and comments are gone: values that were written into
 * it may be secrets. Of what the scanner refuses only the first word is left.
 */
export function withoutValues(sql: string): string {
  const tokens = tokensOf(sql);
  if (!tokens) return `${/^\W*(\w*)/.exec(sql)?.[1] ?? ''} ...`;
  let text = '';
  let at = 0;
  for (const { text: token, start, end, comment } of tokens) {
    text += sql.slice(at, start);
    text += comment ? ' ' : literal.test(token) ? "'...'" : token;
    at = end;
  }
  return text + sql.slice(at);
}
