import { countedIn, type Finding } from '../../model/finding.ts';
import type { Report } from '../../model/report.ts';
import { oneLine } from '../plain.ts';
import { few } from '../wording.ts';
import { cut, type Page } from './page.ts';

/** Each rule that found something with the revisions it found it in: the whole in a few lines, where a terminal ends. */
export function rulesLines(report: Report, page: Page): readonly string[] {
  const findings = countedIn(report);
  if (findings.length < 2) return [];
  const groups = [...Map.groupBy(findings, ({ rule }) => oneLine(rule))];
  const width = Math.max(...groups.map(([rule]) => rule.length));
  return [
    '',
    page.paint('bold', 'found'),
    ...groups.map(([rule, found]) => lineOf(rule, found, width, page)),
  ];
}

function lineOf(rule: string, found: readonly Finding[], width: number, page: Page): string {
  const revisions = [
    ...new Set(found.flatMap(({ revision }) => (revision === undefined ? [] : [oneLine(revision)]))),
  ];
  const start = `  ${String(found.length).padStart(3)} ${rule.padEnd(width)}  `;
  return `${start}${page.paint('dim', fitted(revisions, page.width - start.length))}`.trimEnd();
}

/** As many as there is room for, and how many more there are. */
function fitted(revisions: readonly string[], width: number): string {
  const caps = [6, 5, 4, 3, 2, 1];
  return (
    caps.map((cap) => few(revisions, cap)).find((text) => text.length <= width) ??
    cut(few(revisions, 1), width)
  );
}
