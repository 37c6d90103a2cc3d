import type { Report } from '../../model/report.ts';
import { reasonsNotChecked } from '../not-checked.ts';
import { oneLine } from '../plain.ts';
import { type Page, wrap } from './page.ts';

/** What was not looked at, with the reasons, and what a reader has to know of how it was. */
export function notCheckedLines(report: Report, page: Page): readonly string[] {
  const remarks = report.observations.remarks.map(({ text }) => text);
  return [
    ...section('not checked', reasonsNotChecked(report), page),
    ...section('good to know', remarks, page),
  ];
}

function section(title: string, lines: readonly string[], page: Page): readonly string[] {
  return lines.length === 0
    ? []
    : ['', page.paint('bold', title), ...lines.flatMap((line) => wrap(oneLine(line), page, '  '))];
}
