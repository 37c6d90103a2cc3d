import type { Reporter } from './reporter.ts';
import { findingLines } from './terminal/finding.ts';
import { header } from './terminal/header.ts';
import { moveLines } from './terminal/moves.ts';
import { notCheckedLines } from './terminal/not-checked.ts';
import { makePage } from './terminal/page.ts';
import { summary } from './terminal/summary.ts';

/** For a person at a terminal or before a job's log: what failed, where, why, and what to type. */
export const terminal: Reporter = {
  id: 'terminal',
  render(report, how) {
    const page = makePage(how);
    const lines = [
      ...header(report, page),
      ...(how.verbose ? moveLines(report, page) : []),
      ...report.findings.flatMap((finding) => findingLines(finding, report, page)),
      ...notCheckedLines(report, page),
      ...summary(report, page),
    ];
    return `${lines.join('\n')}\n`;
  },
};
