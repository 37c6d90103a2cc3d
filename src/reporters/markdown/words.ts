import { oneLine } from '../plain.ts';
import { beginning, type Extent, fenced, span } from './escape.ts';

/** How much of a sentence is shown, in characters. */
const longestText = 2000;

/** A sentence of others on one line: ordinary words stay as they are, the rest is code. */
export function text(sentence: string, most = longestText): string {
  const { shown, left } = beginning(sentence, most);
  const line = oneLine(shown);
  if (line === '') return '(empty)';
  return `${runsOf(line.split(' ')).join(' ')}${left}`;
}

/** Words as they are; neighbours that are code become one span. */
function runsOf(words: readonly string[]): readonly string[] {
  const runs: string[] = [];
  for (let at = 0; at < words.length; ) {
    const word = words[at] ?? '';
    if (isOrdinary(word)) {
      runs.push(word);
      at += 1;
      continue;
    }
    const end = words.findIndex((other, index) => index > at && isOrdinary(other));
    const run = words.slice(at, end < 0 ? words.length : end);
    runs.push(spanOf(run.join(' ')));
    at += run.length;
  }
  return runs;
}

/** Code without the marks of the sentence that it stands in; after an equals sign they are a value. */
function spanOf(run: string): string {
  const [, end = ''] = /[^.,;:!?…=]([.,;:!?…]+)$/.exec(run) ?? [];
  const rest = run.slice(0, run.length - end.length);
  for (const [open, close] of pairs) {
    if (!isQuoted(rest, open, close)) continue;
    return `${open}${span(rest.slice(1, -1))}${close}${end}`;
  }
  if (rest.startsWith('(') && rest.length > 1 && !rest.includes(')')) return `(${span(rest.slice(1))}${end}`;
  if (rest.endsWith(')') && rest.length > 1 && !rest.includes('('))
    return `${span(rest.slice(0, -1))})${end}`;
  return `${span(rest)}${end}`;
}

const pairs = [
  ['(', ')'],
  ['"', '"'],
] as const;

const isQuoted = (run: string, open: string, close: string): boolean =>
  run.length > 2 &&
  run.startsWith(open) &&
  run.endsWith(close) &&
  !run.slice(1, -1).includes(open) &&
  !run.slice(1, -1).includes(close);

/**
 * A word that means nothing to a reader of Markdown nor to GitHub: letters and digits, with the marks of a sentence
 * around them and apostrophes, hyphens and strokes between them.
 */
function isOrdinary(word: string): boolean {
  return (ordinary.test(word) || number.test(word)) && !reference.test(word) && !listItem.test(word);
}

const letters = String.raw`[\p{L}\p{N}\p{M}[[\p{S}\p{P}]--\p{ASCII}]]+`;
const ordinary = new RegExp(String.raw`^[\("']*${letters}(?:['\/\-]${letters})*[\)"'.,;:!?%]*$`, 'v');
const number = /^\(?\d+(?:[.,]\d+)*[)"'.,;:!?%]*$/;
/** The name of a commit, of an issue (GH-1, ABC-1), or the beginning of an address. */
const reference = /\b[0-9a-f]{7,64}\b|-\d|\bwww\./i;
const listItem = /^\d+[.)]$/;

/** Sentences as paragraphs, indented lines as code. */
export function prose(sentences: string, extent: Extent): string {
  const { shown, left } = beginning(sentences, extent.characters);
  return blocksOf(shown)
    .map(({ isCode, lines }) =>
      isCode ? fenced(withoutMargin(lines), '', extent) : lines.map((line) => text(line)).join('\n\n'),
    )
    .concat(left === '' ? [] : [`The rest is left out:${left}.`])
    .join('\n\n');
}

interface Block {
  readonly isCode: boolean;
  readonly lines: readonly string[];
}

function blocksOf(sentences: string): readonly Block[] {
  const blocks: { readonly isCode: boolean; readonly lines: string[] }[] = [];
  for (const line of sentences.split(/\r?\n/)) {
    if (line.trim() === '') continue;
    const isCode = /^\s{2,}/.test(line);
    const last = blocks.at(-1);
    if (last?.isCode === isCode) last.lines.push(line);
    else blocks.push({ isCode, lines: [line] });
  }
  return blocks;
}

/** Lines without the blanks that all of them begin with. */
export function withoutMargin(lines: readonly string[]): string {
  const margins = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const margin = Math.min(...margins, Number.MAX_SAFE_INTEGER);
  return lines.map((line) => line.slice(margin)).join('\n');
}
