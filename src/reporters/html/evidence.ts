import type { Evidence } from '../../model/finding.ts';
import { patchOf, signOf } from '../difference.ts';
import { plain } from '../plain.ts';
import { html, longest, type Markup } from './markup.ts';
import { codeBlock, prose } from './text.ts';

const names = { sql: 'SQL', server: 'PostgreSQL says', output: 'Printed' } as const;

/** What a finding rests on, each with its kind. */
export function evidenceBlock(evidence: Evidence): Markup {
  switch (evidence.kind) {
    case 'difference':
      return changeBlock(evidence);
    case 'note':
      return html`<div class="note">${prose(evidence.text)}</div>`;
    default: {
      const name = names[evidence.kind];
      return html`<div class="labelled"><p class="tag">${name}</p>${codeBlock(evidence.text, name)}</div>`;
    }
  }
}

interface Change {
  readonly words: string;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/** A difference in words; what is longer than words is shown line by line. */
export function changeBlock({ words, before, after }: Change): Markup {
  const sign = signOf(words);
  const shown = before === undefined && after === undefined ? false : patch(before ?? '', after ?? '');
  return html`<div class="change ${kinds[sign]}"><p><span class="sign" aria-hidden="true">${sign}</span> ${words}</p>${shown}</div>`;
}

const kinds = { '+': 'new', '-': 'gone', '~': 'changed' } as const;

/** What differs between two texts, line by line. */
export function patch(before: string, after: string): Markup {
  const [old, now] = [bounded(before), bounded(after)];
  const more = Math.max(before.length - old.length, after.length - now.length);
  const lines = patchOf(plain(old), plain(now)).map(lineOf);
  return html`<pre class="code patch" tabindex="0" role="group" aria-label="Before and after"><code>${lines}${more > 0 && `… (${more} more characters)`}</code></pre>`;
}

/** Beyond it nobody reads a patch, and the time for it grows with the square of its lines. */
const bounded = (text: string): string =>
  text
    .slice(0, longest / 2)
    .split('\n')
    .slice(0, 400)
    .join('\n');

function lineOf(line: string): Markup {
  if (line.startsWith('+'))
    return html`<ins>${line}
</ins>`;
  return line.startsWith('-')
    ? html`<del>${line}
</del>`
    : html`${line}
`;
}
