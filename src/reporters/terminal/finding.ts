import type { Finding, Severity } from '../../model/finding.ts';
import type { Report } from '../../model/report.ts';
import { oneLine, plain } from '../plain.ts';
import { evidenceLines } from './evidence.ts';
import { codeFrame } from './frame.ts';
import { type Page, wrap } from './page.ts';

const styles: Readonly<Record<Severity, 'red' | 'yellow' | 'blue'>> = {
  error: 'red',
  warning: 'yellow',
  notice: 'blue',
};

/** One finding: how bad, which rule, where; what happens; the line; what shows it; what to type. */
export function findingLines(finding: Finding, report: Report, page: Page): readonly string[] {
  const { severity, rule, place, message, evidence, help } = finding;
  const where = place.line === undefined ? place.file : `${place.file}:${place.line}`;
  const frame = codeFrame(place, report, page);
  const shown = evidence.flatMap((one) => evidenceLines(one, page));
  return [
    '',
    `${page.paint([styles[severity], 'bold'], severity)}  ${page.paint('bold', oneLine(where))}  ${page.paint('dim', rule)}`,
    ...wrap(plain(message), page, '  '),
    ...(frame.length > 0 ? ['', ...frame] : []),
    ...(shown.length > 0 ? ['', ...shown] : []),
    '',
    ...wrap(plain(help), page, '  ').map((line, at) =>
      at === 0 ? `${page.paint('green', '  →')} ${line.trimStart()}` : `  ${line}`,
    ),
  ];
}
