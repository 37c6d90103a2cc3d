import { startOf } from '../cut.ts';
import { escapeHtml } from '../entities.ts';
import { oneLine, plain } from '../plain.ts';
import { grouped } from '../wording.ts';

/**
 * Text of others in GitHub-flavoured Markdown. GitHub looks for mentions, references, emoji and addresses after it has
 * rendered, where no backslash is left to stop it; only in code it looks for nothing. So what is not an ordinary word
 * becomes code (words.ts has the words).
 */

/** How much of a name is shown, in characters. */
const longestName = 200;

/** A name as a code span, with any number of backticks in it. */
export function code(text: string, most = longestName): string {
  const { shown, left } = beginning(text, most);
  return `${span(oneLine(shown))}${left}`;
}

/** A line without line ends as a code span. */
export function span(line: string): string {
  if (line === '') return '(empty)';
  const fence = '`'.repeat(longestRun(line) + 1);
  // A blank at both ends is taken away by the reader of Markdown.
  const pad = /^`|`$|^ .* $/.test(line) ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** What of a fenced block is shown. */
export interface Extent {
  readonly lines: number;
  readonly characters: number;
}

/** Lines of code in a fence that they cannot end; the language is one of ours. */
export function fenced(text: string, language: string, { lines, characters }: Extent): string {
  const { shown, left } = beginning(text, characters);
  const all = plain(shown)
    .replace(/^(?:[^\S\n]*\n)+/, '')
    .trimEnd()
    .split('\n');
  const body = all.slice(0, lines).join('\n');
  const fence = '`'.repeat(Math.max(3, longestRun(body) + 1));
  const more = all.length > lines ? `\n\n${all.length - lines} more lines are left out.` : '';
  return `${fence}${language}\n${body}\n${fence}${more}${left && `\n\nThe rest is left out:${left}.`}`;
}

/** A name inside the HTML that Markdown allows. */
export function htmlCode(text: string, most = longestName): string {
  const { shown, left } = beginning(text, most);
  return `<code>${escapeHtml(oneLine(shown))}</code>${left}`;
}

/** Markdown of this module as a cell of a table, where a bar ends the cell even in code. */
export const inCell = (markdown: string): string =>
  // After a backslash a bar cannot be written: readers do not agree about `\\|`.
  markdown.replace(/(?<=\\)\|/g, '\\x7c').replaceAll('|', '\\|');

/** Longer ones are refused by servers, and would be the most of a document. */
const longestAddress = 2000;

/** A link with a text that is Markdown already; the text alone where the address is not one to follow. */
export function link(markdown: string, address: string | undefined): string {
  if (address === undefined || address.length > longestAddress || !/^https?:\/\//i.test(address))
    return markdown;
  return `[${markdown}](${target(address)})`;
}

/** An address in which nothing is left that could end it: all else is percent-encoded. */
const target = (address: string): string =>
  address.toWellFormed().replace(/[^\w\-.~:/?#@!$&+,;=%]/gu, (character) => percent(character));

const percent = (character: string): string =>
  [...Buffer.from(character)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');

export interface Beginning {
  readonly shown: string;
  /** In words, with a blank before it: how much is left out; empty where all is shown. */
  readonly left: string;
}

/** The beginning of a text, whole characters only. */
export function beginning(text: string, most: number): Beginning {
  if (text.length <= most) return { shown: text, left: '' };
  const shown = startOf(text, most);
  return { shown: `${shown}…`, left: ` (${grouped(text.length - shown.length)} more characters)` };
}

const longestRun = (text: string): number =>
  (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
