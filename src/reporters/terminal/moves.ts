import type { Move, Statement } from '../../model/observation.ts';
import type { Report } from '../../model/report.ts';
import { oneLine } from '../plain.ts';
import { duration } from '../wording.ts';
import { cut, type Page } from './page.ts';

/** Every revision with its moves, each statement with its line and its time. */
export function moveLines({ graph, observations }: Report, page: Page): readonly string[] {
  const titles = new Map<string, string>(graph.revisions.map(({ id, title }) => [id, title]));
  const passed = observations.passedThrough.map((move) => ({ revision: move.revision, moves: [move] }));
  const walked = observations.roundTrips.map(({ revision, upgrade, downgrade, reupgrade }) => ({
    revision,
    moves: [upgrade, downgrade, reupgrade],
  }));
  return [...passed, ...walked].flatMap(({ revision, moves }) => [
    '',
    page.paint('bold', oneLine(`${revision} ${titles.get(revision) ?? ''}`)),
    ...moves.flatMap((move, at) => (move ? linesOf(move, at === 2, page) : [])),
  ]);
}

function linesOf(move: Move, again: boolean, page: Page): readonly string[] {
  const name = again ? 'upgrade again' : move.direction;
  const end = move.failure ? page.paint('red', ` ${oneLine(move.failure.error)}`) : '';
  return [
    `  ${name} ${page.paint('dim', duration(move.milliseconds))}${end}`,
    ...move.statements.map((statement) => statementLine(statement, page)),
  ];
}

function statementLine({ sql, place, milliseconds, rows }: Statement, page: Page): string {
  const time = duration(milliseconds).padStart(9);
  const line = place?.line === undefined ? '' : `:${place.line}`;
  const tail = rows === undefined || rows < 1 ? '' : `  (${rows} rows)`;
  return `  ${page.paint('dim', `${time} ${line.padEnd(5)}`)} ${cut(oneLine(sql), page.width - 20 - tail.length)}${page.paint('dim', tail)}`;
}
