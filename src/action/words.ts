import type { Severity } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import { count } from '../reporters/wording.ts';

const severities: readonly Severity[] = ['error', 'warning', 'notice'];

/** "2 errors, 1 warning" */
function found({ findings }: Report): string {
  const counts = severities.flatMap((level) => {
    const number = findings.filter(({ severity, suppressed }) => severity === level && !suppressed).length;
    return number === 0 ? [] : [count(number, level)];
  });
  return counts.join(', ') || 'something in scope could not be checked';
}

/** Why the gate is shut, in one line. */
export const failing = (report: Report): string => `${report.verdict}: ${found(report)}`;
