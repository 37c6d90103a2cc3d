import { expect, test } from 'vitest';
import { annotationsOf } from '../../src/github/annotations.ts';
import type { Finding, RuleId, Severity } from '../../src/model/finding.ts';

const finding = (severity: Severity, line: number, message = 'It fails.'): Finding => ({
  rule: 'upgrade-fails' as RuleId,
  severity,
  message,
  help: 'Mend it.',
  place: { file: 'versions/a.py', line },
  evidence: [],
  fingerprint: `${line}`,
});

const many = (severity: Severity, count: number): readonly Finding[] =>
  Array.from({ length: count }, (_, at) => finding(severity, at + 1));

test('a finding stands on its line, with what to do', () => {
  expect(annotationsOf([finding('error', 7)])).toEqual([
    {
      level: 'error',
      title: 'upgrade-fails',
      message: 'It fails.\n\nMend it.',
      place: { file: 'versions/a.py', line: 7 },
    },
  ]);
});

test.each([
  [8, 8, false],
  [9, 9, false],
  [10, 10, true],
  [500, 10, true],
])('of %i errors %i annotations are made', (count, made, pointed) => {
  const annotations = annotationsOf(many('error', count));
  expect(annotations).toHaveLength(made);
  expect(annotations[0]?.message.includes(`${count - 9} more of this severity`)).toBe(pointed);
});

test('each level has its own nine', () => {
  const annotations = annotationsOf([...many('error', 20), ...many('warning', 20), ...many('notice', 3)]);
  expect(Map.groupBy(annotations, ({ level }) => level).get('warning')).toHaveLength(10);
  expect(annotations).toHaveLength(23);
});

test.each([4000, 4096, 5000])('a message of %i characters fits', (length) => {
  const [annotation] = annotationsOf([finding('error', 1, 'x'.repeat(length))]);
  expect(annotation?.message.length).toBeLessThanOrEqual(4096);
  expect(annotation?.message.startsWith('xxx')).toBe(true);
});
