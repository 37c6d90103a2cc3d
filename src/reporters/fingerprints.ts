import { createHash } from 'node:crypto';
import type { Finding } from '../model/finding.ts';

/**
 * A name for each finding, the same as long as the fault is: 16 hexadecimal digits and which of those that have them. Two
 * faults that nothing but their line tells apart would else be one where a reader goes by it.
 */
export function fingerprintsOf(findings: readonly Finding[]): ReadonlyMap<Finding, string> {
  const seen = new Map<string, number>();
  return new Map(
    findings.map((finding) => {
      const digits = createHash('sha256').update(finding.fingerprint).digest('hex').slice(0, 16);
      const number = (seen.get(digits) ?? 0) + 1;
      seen.set(digits, number);
      return [finding, `${digits}:${number}`];
    }),
  );
}
