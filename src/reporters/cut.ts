import { oneLine, plain } from './plain.ts';
import { grouped } from './wording.ts';

/** Room for how many characters there are more. */
const noteLength = 40;

/** At most `most` UTF-16 units of a text, which is at least 80; how much there is more is said. No character is halved. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = text.slice(0, most - noteLength).replace(/[\ud800-\udbff]$/, '');
  return `${kept}… (${grouped(text.length - kept.length)} more characters)`;
}

/** A text from outside, harmless and of a length that somebody reads; spelt out it can be some times as long. */
export const shown = (text: string, most: number): string => plain(cut(text, most));

/** The same on one line, and never longer than `most`; a text of nothing is `otherwise`. */
export const label = (text: string, most: number, otherwise: string): string =>
  cut(oneLine(cut(text, most)), most) || otherwise;
