import type { Place } from '../../model/place.ts';
import { html, type Markup } from './markup.ts';
import type { Page } from './page.ts';

const around = 2;
/** Lines that are wider than this are not written by people. */
const widest = 500;

/** The lines of a place with their neighbours; nothing where the report does not have the file. */
export function codeFrame({ file, line, endLine }: Place, page: Page): Markup | false {
  const source = page.source(file) ?? '';
  const lines = source.replace(/\n$/, '').split('\n');
  if (source === '' || line === undefined || line > lines.length) return false;
  const end = Math.min(Math.max(line, endLine ?? line), line + 2 * around);
  const first = Math.max(1, line - around);
  const shown = lines.slice(first - 1, Math.min(lines.length, end + around));
  const rows = shown.map((text, at) => {
    const number = first + at;
    const marked = number >= line && number <= end;
    return html`<span class="row${marked && ' at'}"><span class="no">${marked ? '>' : ' '} ${number}</span>${text.slice(0, widest)}
</span>`;
  });
  return html`<pre class="code frame" tabindex="0" role="group" aria-label="Lines ${first} to ${first + shown.length - 1}"><code>${rows}</code></pre>`;
}
