import type { Failure, Move } from '../../model/observation.ts';
import { count, duration } from '../wording.ts';
import { icon } from './icons.ts';
import { placeLink } from './link.ts';
import { lockFigures } from './locks/figure.ts';
import { html, type Markup } from './markup.ts';
import type { Page } from './page.ts';
import { statementsTable } from './statements.ts';
import { codeBlock, label } from './text.ts';

/** One move with all that was seen of it. Of a second upgrade only what is not as it was in the first. */
export function moveBlock(name: string, move: Move, page: Page, first?: Move): Markup {
  const same = first !== undefined && !move.failure && sameStatements(first, move);
  return html`<section class="move"><h4>${name} <span class="quiet">${duration(move.milliseconds)}</span></h4>
${move.failure && failureBlock(move.failure, page)}
${same ? html`<p class="quiet">${sameWords(move)}</p>` : html`${statementsTable(name, move, page)}${lockFigures(name, move)}`}
${leftBlock(move)}
${outputBlock(move, first)}
</section>`;
}

const sameStatements = (first: Move, second: Move): boolean =>
  first.statements.length === second.statements.length &&
  first.statements.every(({ sql }, at) => sql === second.statements[at]?.sql);

const sameWords = ({ statements }: Move): string =>
  statements.length === 0
    ? 'No statement.'
    : `The same ${count(statements.length, 'statement')} as the first time.`;

/** What the server or the interpreter said, where, and on the way to it. */
export function failureBlock(failure: Failure, page: Page): Markup {
  const { error, message, sqlstate, detail, hint, sql, place, calledFrom } = failure;
  return html`<div class="failure"><p class="tag">${icon('failed')}Failed: ${label(error, 80)}${sqlstate !== undefined && html` (SQLSTATE ${label(sqlstate, 10)})`}</p>
${codeBlock(message, 'Message')}
${detail !== undefined && html`<p>${detail}</p>`}${hint !== undefined && html`<p>${hint}</p>`}
${sql !== undefined && html`<p class="tag">Statement</p>${codeBlock(sql, 'Statement that failed')}`}
${(place || calledFrom.length > 0) && html`<p>At ${[...calledFrom, ...(place ? [place] : [])].map((one, at) => html`${at > 0 && ' → '}${placeLink(one, page)}`)}</p>`}
</div>`;
}

const leftBlock = ({ left = [] }: Move): Markup | false =>
  left.length > 0 &&
  html`<p>Settings of the session that it leaves other than it found them: ${left.map(({ name, before, after }, at) => html`${at > 0 && ', '}<code>${label(name, 80)}</code> (${label(before, 80)} became ${label(after, 80)})`)}.</p>`;

function outputBlock({ output }: Move, first: Move | undefined): Markup | false {
  const { text, omitted } = output;
  if (text === '' || first?.output.text === text) return false;
  return html`<details><summary>Printed</summary>${codeBlock(text, 'Printed')}${omitted > 0 && html`<p class="quiet">${omitted} more bytes</p>`}</details>`;
}
