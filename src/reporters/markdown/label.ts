import { oneLine } from '../plain.ts';
import { beginning } from './escape.ts';

/** How much of a name is shown in a drawing, in characters. */
const longest = 40;

/**
 * A text of others in a Mermaid drawing, to stand in quotes or behind a word of ours. All but letters, digits and blanks
 * is written as `#code;`: Mermaid looks for directives (`%%{`), comments and styles anywhere, quotes or not, and reads
 * labels as HTML, Markdown and formulas.
 */
export function label(text: string, most = longest): string {
  return oneLine(beginning(text, most).shown).replace(
    /[^\p{L}\p{N} ]/gu,
    (character) => `#${character.codePointAt(0)};`,
  );
}
