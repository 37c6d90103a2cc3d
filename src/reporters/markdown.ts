import { summary } from './markdown/summary.ts';
import type { Reporter } from './reporter.ts';

/** The summary of a job as a file, whatever its size. */
export const markdown: Reporter = {
  id: 'markdown',
  render: (report, { budget: _, ...how }) => summary.render(report, how),
};
