import type { Reporter } from '../reporter.ts';
import { markdownDocument, type Size } from './document.ts';

const size: Size = {
  extent: { lines: 200, characters: 20_000 },
  rows: 200,
  revisions: 500,
  entries: 200,
  drawn: 20,
  withTimeline: true,
};

/** For whoever opens the job: the same as the comment and more, with a time line of the replay. */
export const summary: Reporter = {
  id: 'summary',
  render: (report, how) => markdownDocument(report, how, { size }),
};
