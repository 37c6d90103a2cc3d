import { html, type Markup } from '../markup.ts';
import { type Strength, strengthWords } from './strength.ts';

const modes: Readonly<Record<Strength, string>> = {
  reads: 'ACCESS EXCLUSIVE',
  writes: 'SHARE, SHARE ROW EXCLUSIVE, EXCLUSIVE',
  changes: 'SHARE UPDATE EXCLUSIVE',
  rows: 'ACCESS SHARE, ROW SHARE, ROW EXCLUSIVE',
};

/** What the bars of the lock time lines mean, and the patterns that they are filled with. */
export const lockLegend = (): Markup =>
  html`<svg class="sheet" width="0" height="0" aria-hidden="true"><defs>
<pattern id="p-writes" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" class="ground"/><rect width="2.5" height="7" class="ink"/></pattern>
<pattern id="p-changes" width="7" height="7" patternUnits="userSpaceOnUse"><rect width="7" height="7" class="ground"/><circle cx="3.5" cy="3.5" r="1.3" class="ink"/></pattern>
</defs></svg>
<details class="legend"><summary>How to read the locks</summary>
<p>PostgreSQL keeps a lock until its transaction ends. A lane is a table or an index that was there before; a bar begins at the statement that took the lock and ends with the commit. Relations that the transaction made itself are left out: nobody else sees them yet. A transaction of a single statement has no drawing: the table says the same.</p>
<dl>${(Object.keys(modes) as Strength[]).map(
    (strength) =>
      html`<div><dt><svg width="44" height="18" aria-hidden="true"><rect class="bar ${strength}" x="1" y="1" width="42" height="16" rx="3"/></svg>${modes[strength]}</dt><dd>${strengthWords[strength]}</dd></div>`,
  )}</dl></details>`;
