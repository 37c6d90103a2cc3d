import { type Finding, severities } from '../../model/finding.ts';
import { count } from '../wording.ts';
import { findingItem } from './finding.ts';
import { html, type Markup } from './markup.ts';
import type { Page } from './page.ts';
import { label } from './text.ts';

/** All findings that count, worst first, and a form that narrows them down. */
export function findingsSection(page: Page): Markup {
  const { counted, shown } = page;
  const more = counted.length - shown.length;
  return html`<section id="findings" aria-labelledby="findings-h">
<h2 id="findings-h">Findings <span class="count">${counted.length}</span></h2>
${
  counted.length === 0
    ? html`<p class="empty">Nothing was found.</p>`
    : html`${filterForm(page)}<ul class="findings" role="list" id="findings-list">${shown.map((finding) => findingItem(finding, page))}</ul>
<p class="empty" id="findings-none" hidden>No finding is like that.</p>${more > 0 && html`<p class="empty">${count(more, 'finding')} left out for want of room, none worse than these.</p>`}`
}
</section>`;
}

/** Hidden until the script of the page is there to answer it. */
function filterForm(page: Page): Markup {
  const { shown } = page;
  const rules = tally(shown, ({ rule }) => [page.ruleKey(rule), rule]);
  const revisions = tally(shown, ({ revision }) => {
    const anchor = revision === undefined ? undefined : page.anchor(revision);
    return anchor === undefined || revision === undefined ? undefined : [anchor, revision];
  });
  return html`<form class="filter" data-filter="findings" role="search" aria-label="Filter findings" hidden>
<fieldset><legend>Severity</legend>${severities.map((severity) => {
    const number = shown.filter((finding) => finding.severity === severity).length;
    return html`<label class="chip ${severity}"><input type="checkbox" name="severity" value="${severity}" checked> ${severity} <span class="count">${number}</span></label>`;
  })}</fieldset>
${chooser('rule', 'Rule', 'all rules', rules)}
${chooser('revision', 'Revision', 'all revisions', revisions)}
<label class="field grow">Text <input type="search" name="text" autocomplete="off" spellcheck="false" placeholder="table, message, SQL …"></label>
<button type="reset">Clear</button>
<output aria-live="polite">${count(shown.length, 'finding')}</output>
</form>`;
}

interface Choice {
  readonly value: string;
  readonly name: string;
  readonly number: number;
}

/** What there is to choose from, with how many findings each has. */
function tally(
  findings: readonly Finding[],
  keyOf: (finding: Finding) => readonly [value: string, name: string] | undefined,
): readonly Choice[] {
  const choices = new Map<string, Choice>();
  for (const finding of findings) {
    const key = keyOf(finding);
    if (!key) continue;
    const [value, name] = key;
    choices.set(value, { value, name, number: (choices.get(value)?.number ?? 0) + 1 });
  }
  return [...choices.values()];
}

const chooser = (name: string, title: string, all: string, choices: readonly Choice[]): Markup =>
  html`<label class="field">${title} <select name="${name}"><option value="">${all}</option>${choices.map(
    ({ value, name, number }) => html`<option value="${value}">${label(name, 60)} (${number})</option>`,
  )}</select></label>`;
