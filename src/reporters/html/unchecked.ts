import { reasonsNotChecked } from '../not-checked.ts';
import { placeLink } from './link.ts';
import { html, type Markup } from './markup.ts';
import type { Page } from './page.ts';

/** What was not looked at and why, and what a reader has to know of how it was looked at. */
export function uncheckedSection(page: Page): Markup {
  const { remarks } = page.report.observations;
  const reasons = reasonsNotChecked(page.report);
  return html`<section id="unchecked" aria-labelledby="unchecked-h">
<h2 id="unchecked-h">Not checked <span class="count">${reasons.length}</span></h2>
${reasons.length === 0 ? html`<p class="empty">All that was in scope was looked at.</p>` : html`<ul class="lines">${reasons.map((reason) => html`<li>${reason}</li>`)}</ul>`}
${remarks.length > 0 && html`<h3>Good to know</h3><ul class="lines">${remarks.map(({ text, place }) => html`<li>${text}${place && html` (${placeLink(place, page)})`}</li>`)}</ul>`}
</section>`;
}
