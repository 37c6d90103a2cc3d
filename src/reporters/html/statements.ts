import type { Move, Statement } from '../../model/observation.ts';
import { placeText } from '../../model/place.ts';
import { count, duration } from '../wording.ts';
import { effectsOf } from './effects.ts';
import { lineLink } from './link.ts';
import { html, type Markup } from './markup.ts';
import type { Page } from './page.ts';
import { trimmed } from './text.ts';

/** What a move sent and what PostgreSQL did for it, a row each. */
export function statementsTable(
  name: string,
  { statements, revision, failure }: Move,
  page: Page,
): Markup | false {
  if (statements.length === 0) return !failure && html`<p class="quiet">No statement.</p>`;
  const file = page.revision(revision)?.place.file;
  const title = `Statements: ${name.toLowerCase()}`;
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${title}"><table class="statements"><caption class="aloud">${title}</caption>
<thead><tr><th scope="col">No.</th><th scope="col">Line</th><th scope="col">SQL</th><th scope="col">What PostgreSQL did</th><th scope="col">Took</th></tr></thead>
<tbody>${statements.map((statement, at) => rowOf(statement, at, file, page))}</tbody></table></div>`;
}

function rowOf(statement: Statement, at: number, file: string | undefined, page: Page): Markup {
  const { sql, place, milliseconds, rows, sets, trace } = statement;
  const line =
    place &&
    lineLink(
      place,
      place.file === file && place.line !== undefined ? String(place.line) : placeText(place),
      page,
    );
  const notes = [
    ...(sets === undefined ? [] : [`sent with ${count(sets, 'set')} of parameters`]),
    ...(rows === undefined || rows < 1 ? [] : [count(rows, 'row')]),
    ...(trace?.autocommit ? ['commits by itself'] : []),
  ];
  return html`<tr><td>${at + 1}</td><td>${line}</td><td><pre>${trimmed(sql)}</pre>${notes.length > 0 && html`<p class="quiet">${notes.join(' · ')}</p>`}</td><td>${effectsOf(statement)}</td><td>${duration(milliseconds)}</td></tr>
`;
}
