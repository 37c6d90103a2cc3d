import type { Reporter } from './reporter.ts';

/** The whole report; docs/schema/report.json describes it. The keys stand in the order in which the report was made. */
export const json: Reporter = {
  id: 'json',
  render: (report) => `${JSON.stringify(report, null, 2)}\n`,
};
