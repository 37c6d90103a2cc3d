import type { Report } from '../../model/report.ts';
import type { RenderOptions, Reporter } from '../reporter.ts';
import { markdownDocument, type Size } from './document.ts';
import { heading, isClean } from './glance.ts';
import { paragraphs } from './page.ts';

const size: Size = {
  extent: { lines: 30, characters: 3000 },
  rows: 20,
  revisions: 20,
  entries: 20,
  drawn: 12,
  withTimeline: false,
};
/** Where nothing is wrong nobody needs to know what each revision does. */
const short: Size = { ...size, revisions: 0, drawn: 0 };

/** For a reviewer, on the page of the pull request. Whoever delivers it adds the mark by which it is found again. */
export const comment: Reporter = {
  id: 'comment',
  render: (report, how) => rendered(report, how),
};

/** In place of a comment with findings, once there is nothing to complain of. */
export const resolved: Reporter = {
  id: 'resolved',
  render: (report, how) =>
    rendered(
      report,
      how,
      paragraphs(heading(report, 'resolved'), 'What was found here before is not there any more.'),
    ),
};

const rendered = (report: Report, how: RenderOptions, opening = heading(report)): string =>
  markdownDocument(report, how, { size: isClean(report) ? short : size, opening });
