import { oneLine, plain } from './plain.ts';
import { grouped } from './wording.ts';

/** Room for how many characters there are more. */
const noteLength = 40;

/** The first `most` UTF-16 units of a text, or one less: no character is halved. */
export const startOf = (text: string, most: number): string =>
  text.slice(0, most).replace(/[\ud800-\udbff]$/, '');

/** At most `most` UTF-16 units of a text, which is at least 80; how much there is more is said. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = startOf(text, most - noteLength);
  return `${kept}… (${grouped(text.length - kept.length)} more characters)`;
}

/** A text from outside, harmless and of a length that somebody reads; spelt out it can be some times as long. */
export const shown = (text: string, most: number): string => plain(cut(text, most));

/** The same on one line, and never longer than `most`; a text of nothing is `otherwise`. */
export const label = (text: string, most: number, otherwise: string): string =>
  cut(oneLine(cut(text, most)), most) || otherwise;

/**
 * Plain data with none of its texts longer than `most`, but for the texts of files, of which a reader shows lines: a name
 * of a megabyte stands in many places of a report.
 */
export function bounded<T>(value: T, most: number): T {
  if (typeof value === 'string') return cut(value, most) as T;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => bounded(one, most)) as T;
  const entries = Object.entries(value).map(([key, one]) => [
    cut(key, most),
    key === 'source' ? one : bounded(one, most),
  ]);
  return Object.fromEntries(entries) as T;
}
