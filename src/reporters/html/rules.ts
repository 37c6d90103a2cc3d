import type { Coverage } from '../../model/finding.ts';
import { count } from '../wording.ts';
import { icon } from './icons.ts';
import { ruleLink } from './link.ts';
import { html, type Markup } from './markup.ts';
import type { Page } from './page.ts';
import { label } from './text.ts';

/** Each rule with what it looked at: a rule that could not look is not one that found nothing. */
export function rulesSection(page: Page): Markup {
  const { coverage } = page.report;
  const checked = coverage.filter(({ state }) => state === 'checked').length;
  return html`<section id="rules" aria-labelledby="rules-h">
<h2 id="rules-h">Rules <span class="count">${coverage.length}</span></h2>
<details><summary>${checked} of ${count(coverage.length, 'rule')} looked</summary>
<div class="scroll" tabindex="0" role="group" aria-label="Rules and what they looked at"><table class="rules"><caption class="aloud">Rules and what they looked at</caption>
<thead><tr><th scope="col">Rule</th><th scope="col">Severity</th><th scope="col">What it says</th><th scope="col">Looked at</th><th scope="col">Found</th></tr></thead>
<tbody>${coverage.map((one) => rowOf(one, page))}</tbody></table></div></details>
</section>`;
}

function rowOf(coverage: Coverage, page: Page): Markup {
  const { rule } = coverage;
  const known = page.rule(rule);
  const found = page.foundBy(rule);
  return html`<tr><th scope="row">${ruleLink(rule, page)}</th><td>${known && html`${icon(known.severity)} ${known.severity}`}</td><td>${known && label(known.title)}</td><td>${lookedAt(coverage)}</td><td>${found}</td></tr>
`;
}

function lookedAt(coverage: Coverage): Markup {
  switch (coverage.state) {
    case 'checked':
      return html`${coverage.subjects}${coverage.notChecked.length > 0 && html`<p class="quiet">not: ${coverage.notChecked.slice(0, mostReasons).map((one, at) => html`${at > 0 && '; '}${label(one, 300)}`)}${coverage.notChecked.length > mostReasons && `; and ${coverage.notChecked.length - mostReasons} more`}</p>`}`;
    case 'off':
      return html`<span class="quiet">${coverage.optIn ? 'off unless asked for' : 'off'}</span>`;
    case 'not-checked':
      return html`<span class="quiet">not checked: ${coverage.why}</span>`;
  }
}

const mostReasons = 10;
