import { countedIn, type Finding, type Severity } from '../../model/finding.ts';
import { placeText } from '../../model/place.ts';
import type { Report } from '../../model/report.ts';
import { oneLine, plain } from '../plain.ts';
import { count } from '../wording.ts';
import { evidenceLines } from './evidence.ts';
import { codeFrame } from './frame.ts';
import { type Page, wrap } from './page.ts';
import { suggestionLines } from './suggestion.ts';

const styles: Readonly<Record<Severity, 'red' | 'yellow' | 'blue'>> = {
  error: 'red',
  warning: 'yellow',
  notice: 'blue',
};

/** Findings of one rule that are shown whole; further ones, and notices, are shown without the line and the evidence. */
const shownWhole = 5;

/** All findings that count, each as long as a reader still reads. */
export function findingsLines(report: Report, page: Page): readonly string[] {
  const counted = countedIn(report);
  const short = page.verbose ? new Set<Finding>() : new Set(inShort(counted));
  const lines = counted.flatMap((finding) =>
    short.has(finding) ? shortLines(finding, page) : wholeLines(finding, report, page),
  );
  const hints = [
    ...(short.size === 0 ? [] : [`${count(short.size, 'finding')} in short; --verbose shows all whole`]),
    ...counted.slice(0, 1).map(({ rule }) => `migrate-check explain ${oneLine(rule)} says more`),
  ];
  return hints.length === 0 ? lines : [...lines, '', ...hints.map((hint) => page.paint('dim', hint))];
}

const inShort = (findings: readonly Finding[]): readonly Finding[] =>
  [...Map.groupBy(findings, ({ rule }) => rule).values()].flatMap((ofRule) =>
    ofRule.filter(({ severity }, at) => severity === 'notice' || at >= shownWhole),
  );

/** How bad, which rule, where; what happens; the line; what shows it; what to type. */
function wholeLines(finding: Finding, report: Report, page: Page): readonly string[] {
  const { place, evidence } = finding;
  const frame = codeFrame(place, report, page);
  const shown = evidence.flatMap((one) => evidenceLines(one, page));
  return [
    ...headLines(finding, page),
    ...(frame.length > 0 ? ['', ...frame] : []),
    ...(shown.length > 0 ? ['', ...shown] : []),
    '',
    ...helpLines(finding, page),
    ...suggestionLines(finding, page),
  ];
}

const shortLines = (finding: Finding, page: Page): readonly string[] => [
  ...headLines(finding, page),
  ...helpLines(finding, page),
  ...suggestionLines(finding, page),
];

function headLines({ severity, rule, place, message }: Finding, page: Page): readonly string[] {
  return [
    '',
    `${page.paint([styles[severity], 'bold'], severity)}  ${page.paint('bold', oneLine(placeText(place)))}  ${page.paint('dim', oneLine(rule))}`,
    ...wrap(plain(message), page, '  '),
  ];
}

const helpLines = ({ help }: Finding, page: Page): readonly string[] =>
  wrap(plain(help), page, '  ').map((line, at) =>
    at === 0 ? `${page.paint('green', '  →')} ${line.trimStart()}` : `  ${line}`,
  );
