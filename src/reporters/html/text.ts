import { startOf } from '../cut.ts';
import { oneLine } from '../plain.ts';
import { html, longest, type Markup } from './markup.ts';

/** A name or a title on one line, and not longer than anybody reads. */
export function label(text: string, most = 200): string {
  const line = oneLine(text.slice(0, longest));
  return line.length > most ? `${startOf(line, most - 1)}…` : line;
}

/** Sentences as paragraphs; lines that are indented are code. */
export function prose(text: string): Markup {
  const blocks = blocksOf(text.slice(0, longest));
  const more = text.length - longest;
  return html`${blocks.map(blockOf)}${more > 0 && html`<p>… (${more} more characters)</p>`}`;
}

interface Block {
  readonly code: boolean;
  readonly lines: readonly string[];
}

function blocksOf(text: string): readonly Block[] {
  const blocks: { readonly code: boolean; readonly lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const code = /^\s{2,}\S/.test(line);
    const last = blocks.at(-1);
    if (last && code && last.code) last.lines.push(line);
    else if (line.trim() !== '') blocks.push({ code, lines: [line] });
  }
  return blocks;
}

function blockOf({ code, lines }: Block): Markup {
  if (!code) return html`<p>${lines.join(' ')}</p>`;
  const margin = Math.min(...lines.map((line) => line.search(/\S/)));
  return codeBlock(lines.map((line) => line.slice(margin)).join('\n'));
}

/** Code that is wider than the page is moved sideways, by keys, too. */
export const codeBlock = (text: string, name = 'Code'): Markup =>
  html`<pre class="code" tabindex="0" role="group" aria-label="${name}"><code>${trimmed(text)}</code></pre>`;

/** Without the empty lines before and after, and without the margin that all lines but the first have. */
export function trimmed(text: string): string {
  if (text.length > longest) return text; // It is cut in any case.
  const [first = '', ...rest] = text
    .replace(/^\s*\n/, '')
    .trimEnd()
    .split('\n');
  const margins = rest.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const margin = margins.length === 0 ? 0 : Math.min(...margins);
  const start = Math.min(margin, Math.max(0, first.search(/\S/)));
  return [first.slice(start), ...rest.map((line) => line.slice(margin))].join('\n');
}
