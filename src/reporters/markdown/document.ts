import type { Report } from '../../model/report.ts';
import type { RenderOptions } from '../reporter.ts';
import { type Dial, type Shown, withinBudget } from './budget.ts';
import { drawing } from './drawing.ts';
import { findingsPart, openFindings } from './findings.ts';
import { glance, heading } from './glance.ts';
import { type List, letPass, notChecked, relaxations } from './lists.ts';
import { type Page, paragraphs } from './page.ts';
import { revisionsList } from './revisions.ts';
import { timeline } from './timeline.ts';

/** How much of everything a document shows at most, whatever the budget. */
export interface Size extends Pick<Page, 'extent' | 'rows'> {
  /** Revisions that are shown folded, with all that they did; with 0 nothing is said of them. */
  readonly revisions: number;
  /** Entries of one list. */
  readonly entries: number;
  /** Revisions in the drawing of the graph; with 0 there is none. */
  readonly drawn: number;
  readonly withTimeline: boolean;
}

type Kind =
  | 'relaxations'
  | 'findings'
  | 'notChecked'
  | 'drawing'
  | 'letPass'
  | 'timeline'
  | 'revisions'
  | 'evidence';

/** The whole of a report as Markdown, worst first, within a budget in bytes: the first line alone where no more fits. */
export function markdownDocument(
  report: Report,
  { links, budget }: Pick<RenderOptions, 'links' | 'budget'>,
  { size, opening = heading(report) }: { readonly size: Size; readonly opening?: string },
): string {
  const parts = partsOf({ report, links, ...size }, size);
  const dials = dialsOf(parts, size);
  const render = (shown: Shown<Kind>): string =>
    `${paragraphs(
      opening,
      glance(report),
      parts.relaxations.render(shown.relaxations),
      parts.findings.render(shown),
      parts.drawing.render(shown.drawing),
      parts.revisions.render(shown.revisions),
      parts.timeline.render(shown.timeline),
      parts.notChecked.render(shown.notChecked),
      parts.letPass.render(shown.letPass),
    )}\n`;
  return withinBudget(dials, render, budget) ?? `${opening}\n`;
}

type Parts = ReturnType<typeof partsOf>;

const partsOf = (page: Page, size: Size) => ({
  findings: findingsPart(page),
  relaxations: relaxations(page),
  notChecked: notChecked(page),
  letPass: letPass(page),
  revisions: size.revisions > 0 ? revisionsList(page) : allOrNothing('', ''),
  drawing: allOrNothing(drawing(page, size.drawn), 'The drawing of the revisions is left out here.'),
  timeline: allOrNothing(size.withTimeline ? timeline(page) : '', 'The time line is left out here.'),
});

function dialsOf(parts: Parts, size: Size): readonly Dial<Kind>[] {
  const entries = ({ length }: List): number => Math.min(length, size.entries);
  const findings = parts.findings.length;
  return [
    // Those that stand open come before the lists and the drawing.
    { of: 'findings', most: Math.min(findings, openFindings) },
    { of: 'relaxations', most: entries(parts.relaxations) },
    { of: 'notChecked', most: entries(parts.notChecked) },
    { of: 'drawing', most: parts.drawing.length },
    { of: 'findings', most: findings },
    { of: 'letPass', most: entries(parts.letPass) },
    { of: 'timeline', most: parts.timeline.length },
    { of: 'revisions', most: Math.min(parts.revisions.length, size.revisions) },
    { of: 'evidence', most: findings },
  ];
}

const allOrNothing = (whole: string, leftOut: string): List => ({
  length: whole === '' ? 0 : 1,
  render: (shown) => (whole === '' ? '' : shown > 0 ? whole : leftOut),
});
