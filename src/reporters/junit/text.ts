import type { Evidence, Finding } from '../../model/finding.ts';
import { label, shown } from '../cut.ts';

/** Where and what, on one line: `versions/b.py:8: The downgrade of b leaves the enum type mood behind`. */
export const headOf = ({ place: { file, line }, message }: Finding): string =>
  `${label(file, 300, '?')}${line === undefined ? '' : `:${line}`}: ${label(message, 2000, 'no message')}`;

/** All of a finding, as somebody reads it who has nothing but this file. */
export function findingText(finding: Finding): string {
  const { rule, severity, help, evidence, suppressed } = finding;
  const passed = suppressed && `let pass by ${suppressed.by}: ${label(suppressed.reason, 500, 'no reason')}`;
  return [
    `${severity} ${label(rule, 255, 'unnamed')}${passed ? ` (${passed})` : ''}`,
    headOf(finding),
    ...evidence.map(evidenceText),
    shown(help, 2000),
  ].join('\n');
}

function evidenceText(evidence: Evidence): string {
  if (evidence.kind !== 'difference') return `${names[evidence.kind]}${shown(evidence.text, 4000)}`;
  const { words, before, after } = evidence;
  const change = before === undefined && after === undefined ? [] : [before ?? '', after ?? ''];
  return [
    label(words, 1000, 'a difference'),
    ...change.map((text, at) => `${at === 0 ? 'before' : 'after'}: ${shown(text, 4000)}`),
  ].join('\n');
}

const names = { sql: 'SQL: ', server: 'server: ', output: 'printed: ', note: '' } as const;
