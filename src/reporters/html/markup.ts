import { startOf } from '../cut.ts';
import { escapeHtml } from '../entities.ts';
import { plain } from '../plain.ts';

const trusted = Symbol('markup');

/** HTML that was put together here. Nothing that was read from a report or from JSON can be one: it has no such key. */
export interface Markup {
  readonly [trusted]: string;
}

/** What may stand in a template: texts are escaped, and what is not there is left out. */
export type Part = string | number | false | undefined | Markup | readonly Part[];

/** The most characters of one text that are shown. */
export const longest = 10_000;

/**
 * The one way to write HTML: whatever stands in the template is text of somebody else, unless it is Markup. It may stand
 * between tags and in an attribute in double quotes, and nowhere else.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let text = strings[0] ?? '';
  for (const [at, part] of parts.entries()) text += written(part) + (strings[at + 1] ?? '');
  return { [trusted]: text };
}

/** A script or a style sheet of our own, as it is. */
export const own = (text: string): Markup => ({ [trusted]: text });

export const textOf = (markup: Markup): string => markup[trusted];

function written(part: Part): string {
  if (part === undefined || part === false) return '';
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  return isMarkup(part) ? part[trusted] : part.map(written).join('');
}

const isMarkup = (part: Markup | readonly Part[]): part is Markup => trusted in part;

/** Text as it is read: what misleads the eye is spelt out, what is too long is cut, and that is said. */
function escaped(text: string): string {
  const more = text.length - longest;
  const shown = more > 0 ? `${startOf(text, longest)}… (${more} more characters)` : text;
  return escapeHtml(plain(shown));
}
