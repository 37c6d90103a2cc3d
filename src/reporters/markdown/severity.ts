import type { Finding, Severity } from '../../model/finding.ts';
import { count } from '../wording.ts';

const severities: readonly Severity[] = ['error', 'warning', 'notice'];

export const severityIcons: Readonly<Record<Severity, string>> = { error: '❌', warning: '⚠️', notice: 'ℹ️' };

/** `2 errors, 1 warning`. */
export function bySeverity(findings: readonly Finding[]): string {
  return severities
    .map((severity) => ({
      severity,
      found: findings.filter((finding) => finding.severity === severity).length,
    }))
    .filter(({ found }) => found > 0)
    .map(({ severity, found }) => count(found, severity))
    .join(', ');
}
