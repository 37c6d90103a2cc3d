import { expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { toRecord } from '../../src/rules/support/suppress-baseline.ts';

function finding(rule: string, file: string, fingerprint: string, message = 'What happens.'): Finding {
  return {
    rule,
    place: { file },
    fingerprint,
    message,
    severity: 'error',
    help: '',
    evidence: [],
  } as unknown as Finding;
}
const recorded = (...findings: readonly Finding[]) => toRecord(findings, undefined, () => false);
const about = (message: string): string | undefined => recorded(finding('r', 'a.py', '1', message))[0]?.about;

test('it is sorted by file, rule and fingerprint, however the findings come', () => {
  const sorted = [
    finding('r1', 'a.py', '2'),
    finding('r2', 'a.py', '1'),
    finding('r2', 'a.py', '3'),
    finding('r0', 'b.py', '0'),
  ];
  const prints = ['2', '1', '3', '0'];
  for (const findings of [sorted, sorted.toReversed(), [...sorted.slice(2), ...sorted.slice(0, 2)]])
    expect(recorded(...findings).map(({ fingerprint }) => fingerprint)).toEqual(prints);
});

test('it says what each is about in one line of whole words', () => {
  expect(about('  Two\n  lines. ')).toBe('Two lines.');
  const words = Array.from({ length: 16 }, (_, at) => `w${String(at).padStart(3, '0')}`);
  expect(about(words.join(' ').slice(0, 79))).not.toContain('…');
  expect(about(`${'x'.repeat(80)}`)).toBe('x'.repeat(80));
  expect(about([...words, 'more'].join(' '))).toBe(`${words.join(' ')} …`);
  expect(about(`${words.slice(0, 15).join(' ')} and${'x'.repeat(9)} more`)).toBe(
    `${words.slice(0, 15).join(' ')} …`,
  );
  expect(about('y'.repeat(90))).toBe(`${'y'.repeat(80)} …`);
});
