import type { LoggedStatement } from '../database/provider.ts';
import { isHousekeeping } from '../sql/housekeeping.ts';
import type { Sent } from '../tools/tool.ts';

/** What the tool asks for us begins with this. */
const ours = '/* migrate_check */';

/** What a text that was too long for a list ends with. */
const cutOff = / \/\* cut off here: \d+ characters in all \*\/$/;

/** A cursor on the server, as drivers make one of a query: what is sent is more than the query. */
const declares = /^DECLARE\s[^;]*?\sCURSOR\s[^;]*?\bFOR\s+/i;

export interface Compared {
  /** What the server was sent and no list has, in its order, without what drivers send by themselves. */
  readonly unlisted: readonly string[];
  /** How many of the logged statements are listed. */
  readonly found: number;
}

/** Takes the lists of what was sent away from what the server says it was sent. Each listed statement counts once for each of its sets. */
export function compareSent(logged: readonly LoggedStatement[], listed: readonly Sent[]): Compared {
  const patterns = patternsOf(listed);
  const sent = logged.map(({ sql }) => sql).filter((sql) => !sql.startsWith(ours));
  const left = sent.filter((sql) => !takeExact(patterns, sql));
  const past = left.filter((sql) => !takeAlike(patterns, sql));
  return { unlisted: past.filter((sql) => !isHousekeeping(sql)), found: sent.length - past.length };
}

/** A listed text: its pieces between the parameters, and how often it may still be met. */
interface Pattern {
  readonly pieces: readonly string[];
  readonly isCut: boolean;
  left: number;
}

/** By their text; the same text sent twice may be met twice. */
function patternsOf(listed: readonly Sent[]): Map<string, Pattern> {
  const patterns = new Map<string, Pattern>();
  for (const { sql, sets = 1 } of listed) {
    const text = sql.trim();
    const known = patterns.get(text);
    if (known) known.left += sets;
    else
      patterns.set(text, {
        // The driver may have put values in the place of parameters, and sent several sets as one.
        pieces: text.replace(cutOff, '').split(/\$\d+/),
        isCut: cutOff.test(text),
        left: sets,
      });
  }
  return patterns;
}

function takeExact(patterns: ReadonlyMap<string, Pattern>, sql: string): boolean {
  const pattern = patterns.get(sql.trim());
  return pattern !== undefined && take(pattern);
}

function takeAlike(patterns: ReadonlyMap<string, Pattern>, sql: string): boolean {
  const text = sql.trim().replace(declares, '');
  for (const pattern of patterns.values())
    if (pattern.left > 0 && isAlike(text, pattern)) return take(pattern);
  return false;
}

function take(pattern: Pattern): boolean {
  if (pattern.left === 0) return false;
  pattern.left -= 1;
  return true;
}

/** Whether a text is the pieces in their order, with anything between them and nothing around them. */
function isAlike(text: string, { pieces, isCut }: Pattern): boolean {
  const first = pieces[0] ?? '';
  const last = isCut ? '' : (pieces.at(-1) ?? '');
  if (pieces.length === 1) return isCut ? text.startsWith(first) : text === first;
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let at = first.length;
  for (const piece of pieces.slice(1, isCut ? undefined : -1)) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return at + last.length <= text.length;
}
