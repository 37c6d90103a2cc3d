import { plain } from '../plain.ts';

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\n': '&#10;',
};

/**
 * Any text as content of an element: of what XML 1.0 has no characters for, `plain` leaves nothing (section 2.2). Two
 * colons and two number signs are kept apart, so that a runner that prints the document finds no command in it.
 */
export const escaped = (text: string): string =>
  plain(text)
    .replace(/[&<>]/g, (character) => references[character] ?? '')
    .replaceAll('::', ':&#58;')
    .replaceAll('##', '#&#35;');

/** The same as the value of an attribute, where a reader makes a blank of a line feed: section 3.3.3 */
const quoted = (text: string): string =>
  `"${escaped(text).replace(/["'\n]/g, (character) => references[character] ?? '')}"`;

/** A piece of a document: an element with all that is in it. */
export interface Element {
  readonly name: string;
  /** What is undefined is left away. */
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
  readonly content?: string | readonly Element[];
}

/** A whole document, an element on each line. Names are ours; texts may be anybody's. */
export const document = (root: Element): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${elementText(root, '')}`;

function elementText({ name, attributes, content = [] }: Element, indent: string): string {
  const inTag = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}=${quoted(String(value))}`],
  );
  const start = `${indent}<${name}${inTag.join('')}`;
  if (content.length === 0) return `${start}/>\n`;
  const inside =
    typeof content === 'string'
      ? escaped(content)
      : `\n${content.map((one) => elementText(one, `${indent}  `)).join('')}${indent}`;
  return `${start}>${inside}</${name}>\n`;
}
