import { inRegExp } from './text.ts';

/**
 * The arguments of the `Column(...)` that a revision's text has for a column of a table that it makes; undefined where
 * it has none that can be read. What stands in brackets within them is left out.
 */
export function columnCall(source: string, table: string, column: string): string | undefined {
  const made = callAfter(source, new RegExp(`\\bcreate_table\\(\\s*(["'])${inRegExp(table)}\\1`));
  const call = made && callAfter(made, new RegExp(`\\bColumn\\(\\s*(["'])${inRegExp(column)}\\1`));
  return call && flat(call);
}

/** From the bracket of the first call that begins like this to the one that closes it. */
function callAfter(text: string, begins: RegExp): string | undefined {
  const found = begins.exec(text);
  if (!found) return undefined;
  const start = text.indexOf('(', found.index);
  let depth = 0;
  for (const { index, 0: token } of text.slice(start).matchAll(tokens)) {
    if (token === '(' || token === '[') depth += 1;
    if (token === ')' || token === ']') depth -= 1;
    if (depth === 0) return text.slice(start, start + index + 1);
  }
  return undefined;
}

/** Brackets, and what brackets in it do not count: strings and comments. */
const tokens = /[()[\]]|"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|#[^\n]*/g;

/** Without strings, comments and everything in inner brackets. */
function flat(call: string): string {
  let depth = 0;
  let kept = '';
  let at = 0;
  for (const { index, 0: token } of call.matchAll(tokens)) {
    if (depth <= 1) kept += call.slice(at, index);
    at = index + token.length;
    if (token === '(' || token === '[') {
      if (depth === 0) kept += token;
      depth += 1;
    }
    if (token === ')' || token === ']') depth -= 1;
  }
  return kept;
}
