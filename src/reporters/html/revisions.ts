import { count } from '../wording.ts';
import { lockLegend } from './locks/legend.ts';
import { html, type Markup } from './markup.ts';
import type { Page } from './page.ts';
import { revisionItem } from './revision.ts';

/** Every revision with what was seen of it, folded. */
export function revisionsSection(page: Page): Markup {
  const { revisions } = page.report.graph;
  return html`<section id="revisions" aria-labelledby="revisions-h">
<h2 id="revisions-h">Revisions <span class="count">${revisions.length}</span></h2>
${
  revisions.length === 0
    ? html`<p class="empty">There is none.</p>`
    : page.room.revisions === 'unlisted'
      ? html`<p class="empty">They are left out for want of room.</p>`
      : html`${filterForm(page)}${lockLegend()}<div class="revisions" id="revisions-list">${revisions.map((revision) => revisionItem(revision, page))}</div>
<p class="empty" id="revisions-none" hidden>No revision is like that.</p>`
}
</section>`;
}

const filterForm = ({ report }: Page): Markup =>
  html`<form class="filter" data-filter="revisions" role="search" aria-label="Filter revisions" hidden>
<label class="field">Show <select name="show"><option value="">all</option><option value="found">with findings</option><option value="failed">with a failed move</option>${report.plan.scope === 'changed' && html`<option value="changed">changed ones</option>`}</select></label>
<label class="field grow">Text <input type="search" name="text" autocomplete="off" spellcheck="false" placeholder="id, title, SQL …"></label>
<button type="reset">Clear</button>
<output aria-live="polite">${count(report.graph.revisions.length, 'revision')}</output>
</form>`;
