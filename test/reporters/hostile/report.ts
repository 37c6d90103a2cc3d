import type { Finding, RuleId } from '../../../src/model/finding.ts';
import type { Report } from '../../../src/model/report.ts';
import type { RevisionId } from '../../../src/model/revision.ts';
import { hostileFacts, placeOf } from './facts.ts';

/** A report with every field that there is, and one text in each that a text can stand in. */
export function hostileReport(text: string): Report {
  const rule = text as RuleId;
  const place = placeOf(text);
  const finding: Finding = {
    rule,
    severity: 'error',
    message: text,
    help: text,
    place,
    revision: text as RevisionId,
    evidence: [
      { kind: 'difference', words: text, before: text, after: `${text} ` },
      { kind: 'sql', text },
      { kind: 'server', text },
      { kind: 'output', text },
      { kind: 'note', text },
    ],
    fingerprint: text,
    table: { schema: text, name: text, rows: 12, bytes: 4096 },
    suggestion: {
      edit: { file: text, startLine: 2, endLine: 2, before: [text], after: [text, text] },
      walked: [text as RevisionId],
      milliseconds: 5,
    },
  };
  const entry = { rule, file: text, fingerprint: text, about: text };
  return {
    schemaVersion: 1,
    writtenBy: text,
    ...hostileFacts(text),
    failOn: 'error',
    findings: [
      finding,
      { ...finding, severity: 'warning', fingerprint: `${text}2` },
      { ...finding, severity: 'notice', fingerprint: `${text}3` },
      {
        ...finding,
        fingerprint: `${text}4`,
        suppressed: { by: 'comment', place, reason: text, until: text },
      },
    ],
    coverage: [
      { rule, state: 'checked', subjects: 1, notChecked: [text] },
      { rule, state: 'off', optIn: true },
      { rule, state: 'off' },
      { rule, state: 'not-checked', why: text },
    ],
    rules: [{ id: rule, title: text, severity: 'error' }],
    baseline: { file: text, letPass: 1, fixed: [entry], notChecked: [entry] },
    verdict: 'failed',
    milliseconds: 1200,
  };
}
