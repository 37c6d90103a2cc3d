import type { Report } from '../../src/model/report.ts';
import { html } from '../../src/reporters/html.ts';
import { inBoth, type Shot } from './shot.ts';

/** The HTML report: as it opens, and a revision with its locks. */
export function pageShots(report: Report): readonly Shot[] {
  const page = html.render(report, { colour: false, width: 80, verbose: false });
  const size = { html: page, width: 1200 };
  const at = report.graph.revisions.findIndex(({ id }) => id === '2c95');
  return [
    ...inBoth({ ...size, name: 'report', height: 1050 }),
    ...inBoth({ ...size, name: 'history', height: 760, hash: '#graph' }),
    ...inBoth({ ...size, name: 'locks', height: 1090, hash: `#r${at + 1}` }),
  ];
}
