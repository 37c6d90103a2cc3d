import type { Page } from 'playwright-core';
import type { Report } from '../../src/model/report.ts';
import { html } from '../../src/reporters/html.ts';
import { inBoth, type Shot } from './shot.ts';

/**
 * Where something begins between two pixels, it is drawn on this one or on that: so the page is scrolled by whole ones, and
 * what sticks to the window stays where it is, but as part of the page.
 */
const unstuck = (page: Page): Promise<void> =>
  page.evaluate(`scrollTo(0, Math.round(scrollY / 20) * 20);
  for (const nav of document.querySelectorAll('nav')) {
    const { top } = nav.getBoundingClientRect();
    Object.assign(nav.style, { position: 'relative', top: '0' });
    nav.style.top = Math.round(top - nav.getBoundingClientRect().top) + 'px';
  }`);

/** The HTML report: as it opens, and a revision with its locks. */
export function pageShots(report: Report): readonly Shot[] {
  const page = html.render(report, { colour: false, width: 80, verbose: false });
  const size = { html: page, width: 1200, settle: unstuck };
  const at = report.graph.revisions.findIndex(({ id }) => id === '2c95');
  return [
    ...inBoth({ ...size, name: 'report', height: 1050 }),
    ...inBoth({ ...size, name: 'history', height: 760, hash: '#graph' }),
    ...inBoth({ ...size, name: 'locks', height: 1090, hash: `#r${at + 1}` }),
  ];
}
