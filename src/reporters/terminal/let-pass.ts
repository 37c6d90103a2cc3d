import type { Finding } from '../../model/finding.ts';
import { type Place, placeText } from '../../model/place.ts';
import type { Report } from '../../model/report.ts';
import { oneLine } from '../plain.ts';
import { count } from '../wording.ts';
import { cut, type Page } from './page.ts';

/** What is let pass, a line each with its reason, and what the baseline has to do with it. */
export function letPassLines({ findings, baseline }: Report, page: Page): readonly string[] {
  const passed = findings.filter(({ suppressed }) => suppressed);
  const single = passed.filter(({ suppressed }) => page.verbose || suppressed?.by !== 'baseline');
  const lines = [
    ...single.map((finding) => ofFinding(finding, page)),
    ...(baseline ? ofBaseline(baseline, page) : []),
  ];
  return section('let pass', lines, page);
}

function ofFinding({ rule, place, suppressed }: Finding, page: Page): string {
  const until = suppressed?.until === undefined ? '' : ` (until ${oneLine(suppressed.until)})`;
  return cut(`  ${oneLine(rule)}  ${at(place)}  ${oneLine(suppressed?.reason ?? '')}${until}`, page.width);
}

function ofBaseline(
  { file, letPass, fixed }: NonNullable<Report['baseline']>,
  page: Page,
): readonly string[] {
  const gone = fixed.map(({ rule, file }) => cut(`    ${oneLine(rule)}  ${oneLine(file)}`, page.width));
  const shown = page.verbose ? gone : gone.slice(0, most);
  const more = gone.length - shown.length;
  return [
    `  ${count(letPass, 'finding')} recorded in ${oneLine(file)}`,
    ...(gone.length > 0
      ? [
          `  ${count(gone.length, 'entry', 'entries')} of it ${gone.length === 1 ? 'is' : 'are'} fixed and can go: migrate-check baseline`,
          ...shown,
          ...(more > 0 ? [`    and ${more} more`] : []),
        ]
      : []),
  ];
}

/** Entries that are shown unless everything is wanted. */
const most = 10;

/** By what the change under check asks less of itself than the base ref does: never folded away. */
export function relaxationLines({ relaxations = [] }: Report, page: Page): readonly string[] {
  const lines = relaxations.map(({ place, words }) => `  ${place ? `${at(place)}  ` : ''}${oneLine(words)}`);
  return section('this change lets pass', lines, page);
}

const section = (title: string, lines: readonly string[], page: Page): readonly string[] =>
  lines.length === 0 ? [] : ['', page.paint('bold', title), ...lines];

const at = (place: Place): string => oneLine(placeText(place));
