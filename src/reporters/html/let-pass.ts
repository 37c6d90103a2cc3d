import type { Finding } from '../../model/finding.ts';
import type { BaselineUse } from '../../model/suppression.ts';
import { count } from '../wording.ts';
import { icon } from './icons.ts';
import { placeLink, ruleLink } from './link.ts';
import { html, type Markup } from './markup.ts';
import type { Page } from './page.ts';
import { label } from './text.ts';

/** By what the change asks less of itself: beside the verdict, and never folded away. */
export function relaxationsBlock(page: Page): Markup | false {
  const { relaxations = [] } = page.report;
  if (relaxations.length === 0) return false;
  return html`<section id="relaxations" class="relaxations" aria-labelledby="relaxations-h">
<h2 id="relaxations-h">${icon('warning')}This change lets pass</h2>
<ul class="lines">${relaxations.map(({ place, words }) => html`<li>${words}${place && html` (${placeLink(place, page)})`}</li>`)}</ul>
</section>`;
}

/** Findings that somebody let pass, with the reason that was given, and what came of the baseline. */
export function letPassSection(page: Page): Markup | false {
  const { findings, baseline } = page.report;
  const passed = findings.filter(({ suppressed }) => suppressed);
  if (passed.length === 0 && !baseline) return false;
  const more = passed.length - page.room.findings;
  return html`<section id="let-pass" aria-labelledby="let-pass-h">
<h2 id="let-pass-h">Let pass <span class="count">${passed.length}</span></h2>
${passed.length > 0 && table(passed.slice(0, page.room.findings), page)}${more > 0 && html`<p class="quiet">${count(more, 'finding')} left out for want of room.</p>`}${baseline && baselineBlock(baseline)}
</section>`;
}

const table = (passed: readonly Finding[], page: Page): Markup =>
  html`<div class="scroll" tabindex="0" role="group" aria-label="Findings that are let pass"><table><caption class="aloud">Findings that are let pass</caption>
<thead><tr><th scope="col">Rule</th><th scope="col">Where</th><th scope="col">What</th><th scope="col">By</th><th scope="col">Reason</th></tr></thead>
<tbody>${passed.map((finding) => rowOf(finding, page))}</tbody></table></div>`;

function rowOf(finding: Finding, page: Page): Markup {
  const { rule, place, message, suppressed } = finding;
  const until = suppressed?.until;
  return html`<tr><th scope="row">${ruleLink(rule, page)}</th><td>${placeLink(place, page)}</td><td>${message}</td><td>${suppressed?.by}${suppressed?.place && html`<br>${placeLink(suppressed.place, page)}`}</td><td>${suppressed?.reason}${until !== undefined && ` (until ${label(until, 20)})`}</td></tr>
`;
}

function baselineBlock({ file, letPass, fixed, notChecked }: BaselineUse): Markup {
  const listOf = (title: string, entries: BaselineUse['fixed']): Markup | false =>
    entries.length > 0 &&
    html`<details><summary>${title}</summary><ul>${entries.map(({ rule, file: where, about }) => html`<li><code>${label(rule, 80)}</code> ${label(where)}: ${label(about)}</li>`)}</ul></details>`;
  return html`<h3>Baseline</h3><p>${count(letPass, 'finding')} recorded in <code>${label(file)}</code>.</p>
${listOf(`${count(fixed.length, 'entry', 'entries')} fixed, which can go`, fixed)}
${listOf(`${count(notChecked.length, 'entry', 'entries')} not looked for this time`, notChecked)}`;
}
