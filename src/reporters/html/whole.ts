import type { Chain, Rehearsal } from '../../model/observation.ts';
import { count, duration } from '../wording.ts';
import { differencesBlock } from './differences.ts';
import { placeLink, revisionLink } from './link.ts';
import { html, type Markup } from './markup.ts';
import { failureBlock, moveBlock } from './move.ts';
import type { Page } from './page.ts';
import { codeBlock, label } from './text.ts';

/** What was done to the history as a whole: down in a row, up in one go, and the models beside it. */
export function wholeSection(page: Page): Markup | false {
  const { chain, rehearsal, models } = page.report.observations;
  const faults = faultsBlock(page);
  if (!chain && !rehearsal && !models && !faults) return false;
  return html`<section id="whole" aria-labelledby="whole-h">
<h2 id="whole-h">As a whole</h2>
${faults}${chain && chainBlock(chain, page)}${rehearsal && rehearsalBlock(rehearsal, page)}${models && modelsBlock(models, page)}
</section>`;
}

function faultsBlock(page: Page): Markup | false {
  const { faults } = page.report.graph;
  if (faults.length === 0) return false;
  const lines = faults.map((fault) => {
    switch (fault.kind) {
      case 'missing-parent':
        return html`${revisionLink(fault.child, page)} comes after <code>${label(fault.parent, 40)}</code>, which is not there: ${placeLink(fault.place, page)}`;
      case 'unloadable':
        return html`${placeLink(fault.place, page)} cannot be loaded: ${label(fault.error, 80)}: ${fault.message}`;
      default: {
        const what = fault.kind === 'cycle' ? 'A cycle' : 'One id for several files';
        return html`${what}: ${fault.places.map((place, at) => html`${at > 0 && ', '}${placeLink(place, page)}`)}`;
      }
    }
  });
  return html`<div class="part"><h3>Faults of the graph</h3><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul></div>`;
}

function chainBlock(chain: Chain, page: Page): Markup {
  const { down, stopped, failure, reached, below, above } = chain;
  return html`<div class="part"><h3>Down in a row, and up again</h3>
<p>${count(down.length, 'revision')} taken back in a row; reached: ${reached}.${stopped && html` It stopped above ${revisionLink(stopped.above, page)}: ${stopped.because}.`}</p>
${failure && moveBlock('The move that failed', failure, page)}
${differencesBlock('Left at the lowest point', below)}${differencesBlock('Different at the top again', above)}</div>`;
}

function rehearsalBlock(rehearsal: Rehearsal, page: Page): Markup {
  const { from, moves, milliseconds, failure, expectedHeads, foundHeads, differences, output } = rehearsal;
  const start = from === 'chain' ? 'the database that was emptied' : 'a new database';
  const same = expectedHeads.toSorted().join() === foundHeads.toSorted().join();
  return html`<div class="part"><h3>One plain upgrade to the heads</h3>
<p>${count(moves, 'move')} on ${start}, in ${duration(milliseconds)}.${!same && html` It ended at ${names(foundHeads)}, and should have at ${names(expectedHeads)}.`}</p>
${failure && failureBlock(failure, page)}${differencesBlock('Other than after the walk', differences)}
${output.text !== '' && html`<details><summary>Printed</summary>${codeBlock(output.text, 'Printed')}${output.omitted > 0 && html`<p class="quiet">${output.omitted} more bytes</p>`}</details>`}</div>`;
}

const names = (ids: readonly string[]): Markup =>
  ids.length === 0
    ? html`nothing`
    : html`${ids.map((id, at) => html`${at > 0 && ', '}<code>${label(id, 40)}</code>`)}`;

function modelsBlock(
  { place, differences }: NonNullable<Page['report']['observations']['models']>,
  page: Page,
): Markup {
  return html`<div class="part"><h3>Models and database</h3>
<p>${differences.length === 0 ? 'Nothing differs' : count(differences.length, 'difference')}; the models are named at ${placeLink(place, page)}.</p>
${differences.length > 0 && html`<ul>${differences.map(({ words }) => html`<li>${words}</li>`)}</ul>`}</div>`;
}
