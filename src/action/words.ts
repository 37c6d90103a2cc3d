import { countedIn } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import { bySeverity } from '../reporters/by-severity.ts';

/** Why the gate is shut, in one line. */
export const failing = (report: Report): string =>
  `${report.verdict}: ${bySeverity(countedIn(report)).join(', ') || 'something in scope could not be checked'}`;
