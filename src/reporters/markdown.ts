import { markdownDocument, type Size } from './markdown/document.ts';
import type { Reporter } from './reporter.ts';

/** Whoever asks for a file has room. No larger drawing would be drawn. */
const everything: Size = {
  extent: { lines: Number.POSITIVE_INFINITY, characters: Number.POSITIVE_INFINITY },
  rows: Number.POSITIVE_INFINITY,
  revisions: Number.POSITIVE_INFINITY,
  entries: Number.POSITIVE_INFINITY,
  drawn: 60,
  withTimeline: true,
};

/** What the summary of a job shows, as a file, and nothing left out for want of room. */
export const markdown: Reporter = {
  id: 'markdown',
  render: (report, { links }) =>
    markdownDocument(report, { ...(links ? { links } : {}) }, { size: everything }),
};
