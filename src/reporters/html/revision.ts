import type { Revision } from '../../model/revision.ts';
import { count } from '../wording.ts';
import { differencesBlock, rowsBlock } from './differences.ts';
import { icon } from './icons.ts';
import { placeLink, revisionLink } from './link.ts';
import { html, type Markup } from './markup.ts';
import { moveBlock } from './move.ts';
import { legsOf, outcomeWords, stateIcons, stateOf, stateWords } from './outcome.ts';
import type { Page } from './page.ts';
import { label } from './text.ts';

/** One revision: what came of it in a line, and folded what was seen, where there is room for it. */
export function revisionItem(revision: Revision, page: Page): Markup {
  const { id, title } = revision;
  const state = stateOf(id, page);
  const found = page.findings(id).length;
  const trip = page.roundTrip(id);
  const show = [found > 0 && 'found', state === 'failed' && 'failed', page.isChanged(id) && 'changed'];
  const legs = trip
    ? legsOf(trip).map(
        ({ name, outcome }) =>
          html`<span class="leg ${outcome}">${icon(outcome)}${name}<span class="aloud"> ${outcomeWords[outcome]}</span></span>`,
      )
    : html`<span class="leg none">${stateWords[state]}</span>`;
  return html`<details id="${page.anchor(id)}" class="revision ${state}" data-show="${show.filter(Boolean).join(' ')}">
<summary>${icon(stateIcons[state], stateWords[state])}<h3><code>${label(id, 40)}</code> ${label(title, 120)}</h3>${found > 0 && html`<span class="found">${count(found, 'finding')}</span>`}<span class="legs">${legs}</span></summary>
<div class="inside">${headOf(revision, page)}${hasRoom(found, page) ? insideOf(revision, page) : html`<p class="quiet">What was seen of it is left out for want of room.</p>`}</div></details>`;
}

const hasRoom = (found: number, { room }: Page): boolean =>
  room.revisions === 'all' || (room.revisions === 'found' && found > 0);

function headOf(revision: Revision, page: Page): Markup {
  const { place, parents, dependsOn, labels, id } = revision;
  const found = page.findings(id).filter((finding) => page.findingAnchor(finding) !== undefined);
  return html`<dl class="facts"><div><dt>File</dt><dd>${placeLink(place, page)}</dd></div>
${parents.length > 0 && html`<div><dt>After</dt><dd>${parents.map((parent) => html`${revisionLink(parent, page)} `)}</dd></div>`}
${dependsOn.length > 0 && html`<div><dt>Depends on</dt><dd>${dependsOn.map((other) => html`${revisionLink(other, page)} `)}</dd></div>`}
${labels.length > 0 && html`<div><dt>Labels</dt><dd>${labels.map((one) => label(one, 60)).join(', ')}</dd></div>`}
${page.isChanged(id) !== undefined && html`<div><dt>Part of the change</dt><dd>${page.isChanged(id) ? 'yes' : 'no'}</dd></div>`}
${found.length > 0 && html`<div><dt>Findings</dt><dd>${found.map((finding) => html`<a href="#${page.findingAnchor(finding)}">${icon(finding.severity, finding.severity)}${label(finding.rule, 80)}</a> `)}</dd></div>`}
</dl>`;
}

/** The moves in their order, each followed by what it left. */
function insideOf({ id }: Revision, page: Page): Markup {
  const trip = page.roundTrip(id);
  const passed = page.passedThrough(id);
  if (!trip)
    return passed ? moveBlock('Upgrade', passed, page) : html`<p class="empty">It was not walked.</p>`;
  const { upgrade, downgrade, reupgrade } = trip;
  return html`${moveBlock('Upgrade', upgrade, page)}
${differencesBlock('What it does', trip.effect)}
${downgrade && moveBlock('Downgrade', downgrade, page)}
${differencesBlock('Left after the downgrade', trip.trace)}
${rowsBlock('Rows after the downgrade', trip.rowsAfterDowngrade)}
${reupgrade && moveBlock('Upgrade again', reupgrade, page, upgrade)}
${differencesBlock('Different after the second upgrade', trip.drift)}
${rowsBlock('Rows after the second upgrade', trip.rowsAfterReupgrade)}`;
}
