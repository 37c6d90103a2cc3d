import type { Place } from '../../model/place.ts';
import type { Report } from '../../model/report.ts';
import { plain } from '../plain.ts';
import { cut, type Page } from './page.ts';

const around = 2;

/** The line of a place with its neighbours, without empty ones at the edges; nothing where the report does not have the file. */
export function codeFrame(
  { file, line }: Place,
  { graph }: Pick<Report, 'graph'>,
  page: Page,
): readonly string[] {
  const source = graph.revisions.find(({ place }) => place.file === file)?.source ?? '';
  const lines = source.replace(/\n$/, '').split('\n');
  if (source === '' || line === undefined || line > lines.length) return [];
  const isEmpty = (number: number): boolean => (lines[number - 1] ?? '').trim() === '';
  let first = Math.max(1, line - around);
  let last = Math.min(lines.length, line + around);
  while (first < line && isEmpty(first)) first += 1;
  while (last > line && isEmpty(last)) last -= 1;
  const digits = String(last).length;
  return lines.slice(first - 1, last).map((text, at) => {
    const number = first + at;
    const gutter = `${number === line ? '>' : ' '} ${String(number).padStart(digits)} | `;
    const code = cut(plain(text), page.width - gutter.length - 2);
    return number === line
      ? `  ${page.paint(['red', 'bold'], gutter)}${code}`
      : `  ${page.paint('dim', (gutter + code).trimEnd())}`;
  });
}
