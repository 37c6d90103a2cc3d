import type { Move, Statement } from '../../model/observation.ts';
import type { Place } from '../../model/place.ts';
import { plain } from '../plain.ts';
import { count, duration } from '../wording.ts';
import { beginning, code, fenced, inCell, link } from './escape.ts';
import { type Page, paragraphs, placeLink } from './page.ts';
import { effectCells } from './relations.ts';
import { withoutMargin } from './words.ts';

/** The SQL that a move ran, numbered, and what each statement locked, rewrote, scanned and wrote. */
export function statementsOf(move: Move, page: Page): string {
  const { statements, direction } = move;
  if (statements.length === 0) return '';
  return paragraphs(`**SQL of the ${direction}**`, sqlOf(statements, page), effectsTable(move, page));
}

function sqlOf(statements: readonly Statement[], { extent }: Page): string {
  const texts = statements.slice(0, extent.lines).map(({ sql, sets, milliseconds }, at) => {
    const times = sets === undefined ? '' : `, with ${count(sets, 'set')} of parameters`;
    const lines = plain(beginning(sql, extent.characters).shown).trimEnd().split('\n');
    const body = withoutMargin(lines.slice(lines.findIndex((line) => line.trim() !== '')));
    return `-- ${at + 1}, ${duration(milliseconds)}${times}\n${body}`;
  });
  return fenced(texts.join('\n\n'), 'sql', extent);
}

function effectsTable({ statements, revision }: Move, page: Page): string {
  const own = page.report.graph.revisions.find(({ id }) => id === revision)?.place.file;
  const rows = statements.slice(0, page.rows).map((statement, at) => ({
    number: at + 1,
    cells: cells(statement, page, own),
  }));
  const more = statements.length - rows.length;
  const filled = columns.flatMap((title, at) =>
    at === 0 || rows.some((row) => row.cells[at] !== '') ? [{ title, at }] : [],
  );
  const table = [
    `| | ${filled.map(({ title }) => title).join(' | ')} |`,
    `| ---: |${' --- |'.repeat(filled.length)}`,
    ...rows.map((row) => `| ${row.number} | ${filled.map(({ at }) => row.cells[at]).join(' | ')} |`),
  ].join('\n');
  return paragraphs(
    table,
    more > 0 ? `${count(more, 'more statement')} ${more === 1 ? 'is' : 'are'} left out.` : '',
  );
}

/** But for the first, those in which nothing stands are left out of a table. */
const columns = ['line', 'locks taken', 'rewritten', 'scanned', 'rows written'];

function cells({ place, trace }: Statement, page: Page, own: string | undefined): readonly string[] {
  const where = place ? inCell(lineLink(place, page, own)) : '';
  return [where, ...(trace ? effectCells(trace) : ['not looked at', '', '', ''])];
}

/** A line of the revision's own file needs no name. */
const lineLink = (place: Place, page: Page, own: string | undefined): string =>
  place.file === own && place.line !== undefined
    ? link(code(String(place.line)), page.links?.place(place))
    : placeLink(place, page);
