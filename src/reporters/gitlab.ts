import { countedIn, type Severity } from '../model/finding.ts';
import { label } from './cut.ts';
import { fingerprintsOf } from './fingerprints.ts';
import { linesOf } from './in-repository.ts';
import type { Reporter } from './reporter.ts';

/** GitLab knows info, minor, major, critical and blocker. */
const severities: Readonly<Record<Severity, string>> = {
  error: 'critical',
  warning: 'major',
  notice: 'info',
};

/**
 * Findings that count, for GitLab's widget of code quality. It compares those of two branches by their fingerprints, and
 * shows one of those that share one. Source: docs.gitlab.com, Code Quality, "Code Quality report format"
 */
export const gitlab: Reporter = {
  id: 'gitlab',
  render(report) {
    const counted = countedIn(report);
    const fingerprints = fingerprintsOf(counted);
    const entries = counted.map((finding) => {
      const { file, line, endLine } = linesOf(finding, report);
      return {
        description: label(`${finding.message} ${finding.help}`, 2000, 'no message'),
        check_name: label(finding.rule, 255, 'unnamed'),
        fingerprint: fingerprints.get(finding),
        severity: severities[finding.severity],
        location: { path: file, lines: { begin: line, end: endLine } },
      };
    });
    return `${JSON.stringify(entries, null, 2)}\n`;
  },
};
