import type { Move, Statement } from '../../model/observation.ts';
import { plain } from '../plain.ts';
import { count, duration } from '../wording.ts';
import { beginning, fenced, inCell } from './escape.ts';
import { type Page, paragraphs, placeLink } from './page.ts';
import { effectCells } from './relations.ts';

/** The SQL that a move ran, numbered, and what each statement locked, rewrote, scanned and wrote. */
export function statementsOf(move: Move, page: Page): string {
  const { statements, direction } = move;
  if (statements.length === 0) return '';
  return paragraphs(`**SQL of the ${direction}**`, sqlOf(statements, page), effectsTable(statements, page));
}

function sqlOf(statements: readonly Statement[], { extent }: Page): string {
  const texts = statements.slice(0, extent.lines).map(({ sql, sets, milliseconds }, at) => {
    const times = sets === undefined ? '' : `, with ${count(sets, 'set')} of parameters`;
    const body = plain(beginning(sql, extent.characters).shown)
      .replace(/^\s*\n/, '')
      .trimEnd();
    return `-- ${at + 1}, ${duration(milliseconds)}${times}\n${body}`;
  });
  return fenced(texts.join('\n\n'), 'sql', extent);
}

function effectsTable(statements: readonly Statement[], page: Page): string {
  const rows = statements
    .slice(0, page.rows)
    .map((statement, at) => `| ${cells(statement, at, page).join(' | ')} |`);
  const more = statements.length - rows.length;
  const table = [
    '| | line | locks taken | rewritten | scanned | rows written |',
    '| ---: | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
  return paragraphs(
    table,
    more > 0 ? `${count(more, 'more statement')} ${more === 1 ? 'is' : 'are'} left out.` : '',
  );
}

function cells({ place, trace }: Statement, at: number, page: Page): readonly string[] {
  const where = place ? inCell(placeLink(place, page)) : '';
  return [String(at + 1), where, ...(trace ? effectCells(trace) : ['not looked at', '', '', ''])];
}
