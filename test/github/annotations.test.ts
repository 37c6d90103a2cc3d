import { describe, expect, test } from 'vitest';
import { annotationsOf, type OnLines } from '../../src/github/annotations.ts';
import type { Finding, RuleId, Severity } from '../../src/model/finding.ts';

const finding = (
  severity: Severity,
  line: number,
  message = 'It fails.',
  file = 'versions/a.py',
): Finding => ({
  rule: 'upgrade-fails' as RuleId,
  severity,
  message,
  help: 'Mend it.',
  place: { file, line },
  evidence: [],
  fingerprint: `${line}`,
});

const many = (severity: Severity, count: number): readonly Finding[] =>
  Array.from({ length: count }, (_, at) => finding(severity, at + 1));
const annotate = (findings: readonly Finding[], more: Partial<OnLines> = {}) =>
  annotationsOf({ findings, filter: 'none', ...more });

test('a finding stands on its line, with what to do', () => {
  expect(annotate([finding('error', 7)])).toEqual([
    {
      level: 'error',
      title: 'upgrade-fails',
      message: 'It fails.\n\nMend it.',
      place: { file: 'versions/a.py', line: 7 },
    },
  ]);
});

test.each(['../shared/a.py', '/opt/shared/a.py'])(
  'of %s, which is not in the repository, the place is said',
  (file) => {
    expect(annotate([finding('error', 7, 'It fails.', file)])).toEqual([
      { level: 'error', title: 'upgrade-fails', message: `${file}:7: It fails.\n\nMend it.` },
    ]);
  },
);

test('what is let pass is not shown', () => {
  expect(annotate([{ ...finding('error', 7), suppressed: { by: 'comment', reason: 'known' } }])).toEqual([]);
});

describe('GitHub shows ten of a level', () => {
  test.each([
    [8, 8, undefined],
    [9, 9, undefined],
    [10, 10, '1 more error is in the summary of this job'],
    [500, 10, '491 more errors are in the summary of this job'],
  ])('of %i errors %i annotations are made, and what is left is said first', (count, made, first) => {
    const annotations = annotate(many('error', count));
    expect(annotations).toHaveLength(made);
    expect(annotations[0]?.message).toBe(first ?? 'It fails.\n\nMend it.');
  });

  test('why the job fails is one of them', () => {
    const annotations = annotate(many('error', 12), { said: { error: 'failed: 12 errors' } });
    expect(annotations).toHaveLength(10);
    expect(annotations[0]).toEqual({
      level: 'error',
      title: 'migrate-check',
      message: 'failed: 12 errors\n3 more errors are in the summary of this job',
    });
  });

  test('what could not be shown is one of them', () => {
    const annotations = annotate(many('notice', 9), { said: { notice: 'No comment.' } });
    expect(annotations.map(({ message }) => message)).toEqual([
      'No comment.',
      ...Array(9).fill('It fails.\n\nMend it.'),
    ]);
  });

  test('each level has its own nine', () => {
    const annotations = annotate([...many('error', 20), ...many('warning', 20), ...many('notice', 3)]);
    expect(Map.groupBy(annotations, ({ level }) => level).get('warning')).toHaveLength(10);
    expect(annotations).toHaveLength(23);
  });
});

test.each([4085, 4086, 4087, 5000])(
  'a message of %i characters fits into what the runner passes on',
  (length) => {
    const whole = `${'x'.repeat(length)}\n\nMend it.`;
    const [annotation] = annotate([finding('error', 1, 'x'.repeat(length))]);
    const isWhole = whole.length <= 4096;
    expect(annotation?.message).toBe(isWhole ? whole : `${whole.slice(0, 4092)} ...`);
    expect(annotation?.message.length).toBeLessThanOrEqual(4096);
  },
);

describe('on a pull request', () => {
  const changed = new Map([
    ['versions/a.py', [{ from: 3, to: 5 }]],
    ['versions/b.py', undefined],
  ]);
  const lines = (filter: OnLines['filter'], findings: readonly Finding[]) =>
    annotate(findings, { filter, changed }).flatMap(({ place }) =>
      place ? [`${place.file}:${place.line}`] : [],
    );
  const all = [
    ...[2, 3, 5, 6].map((line) => finding('error', line)),
    finding('error', 9, 'It fails.', 'versions/b.py'),
    finding('error', 1, 'It fails.', 'env.py'),
  ];

  test.each([
    ['added', ['versions/a.py:3', 'versions/a.py:5', 'versions/b.py:9']],
    ['file', ['versions/a.py:2', 'versions/a.py:3', 'versions/a.py:5', 'versions/a.py:6', 'versions/b.py:9']],
    ['none', all.map(({ place }) => `${place.file}:${place.line}`)],
  ] as const)('the filter %s shows what it says', (filter, expected) => {
    expect(lines(filter, all)).toEqual(expected);
  });

  test('what it holds back is counted', () => {
    expect(annotate(all, { filter: 'added', changed })[0]?.message).toBe(
      '3 more errors are in the summary of this job',
    );
  });

  test.each([
    [1, '1 error on no changed line is in the summary of this job'],
    [2, '2 errors on no changed line are in the summary of this job'],
  ])('where all %i are held back it says why none is seen', (count, message) => {
    const elsewhere = Array.from({ length: count }, () => finding('error', 1, 'It fails.', 'env.py'));
    expect(annotate(elsewhere, { filter: 'file', changed })).toEqual([
      { level: 'error', title: 'migrate-check', message },
    ]);
  });

  test('a finding of several lines counts where one of them is added; one of a whole file where that is changed', () => {
    const [base] = all;
    if (!base) throw new Error('no finding');
    const place = { file: 'versions/a.py', line: 1, endLine: 3 };
    const whole = { file: 'versions/a.py' };
    expect(annotate([{ ...base, place }], { filter: 'added', changed })).toHaveLength(1);
    expect(
      annotate([{ ...base, place: { ...place, endLine: 2 } }], { filter: 'added', changed })[0]?.place,
    ).toBe(undefined);
    expect(annotate([{ ...base, place: whole }], { filter: 'added', changed })[0]?.place).toEqual(whole);
  });
});
