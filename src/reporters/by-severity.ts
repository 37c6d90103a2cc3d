import { type Finding, severities } from '../model/finding.ts';
import { count } from './wording.ts';

/** How many there are of each severity that there is: `2 errors`, `1 warning`. */
export const bySeverity = (findings: readonly Finding[]): readonly string[] =>
  severities.flatMap((level) => {
    const number = findings.filter(({ severity }) => severity === level).length;
    return number === 0 ? [] : [count(number, level)];
  });
