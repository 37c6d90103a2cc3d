import { bounded } from './cut.ts';
import type { Reporter } from './reporter.ts';
import { findingsLines } from './terminal/finding.ts';
import { header } from './terminal/header.ts';
import { letPassLines, relaxationLines } from './terminal/let-pass.ts';
import { moveLines } from './terminal/moves.ts';
import { notCheckedLines } from './terminal/not-checked.ts';
import { makePage } from './terminal/page.ts';
import { rulesLines } from './terminal/rules.ts';
import { summary } from './terminal/summary.ts';

/** More of one text nobody reads in a terminal; what a migration prints is cut long before. */
const longest = 100_000;

/** For a person at a terminal or before a job's log: what failed, where, why, and what to type. */
export const terminal: Reporter = {
  id: 'terminal',
  render(given, how) {
    const report = bounded(given, longest);
    const page = makePage(how);
    const lines = [
      ...header(report, page),
      ...(how.verbose ? moveLines(report, page) : []),
      ...findingsLines(report, page),
      ...notCheckedLines(report, page),
      ...letPassLines(report, page),
      ...relaxationLines(report, page),
      ...rulesLines(report, page),
      ...summary(report, page),
    ];
    return `${lines.join('\n')}\n`;
  },
};
