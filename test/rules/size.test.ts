import '../support/sql.ts';
import { describe, expect, test } from 'vitest';
import type { Finding, RuleId, Severity } from '../../src/model/finding.ts';
import type { TableSize } from '../../src/model/report.ts';
import { defineRule, type Where } from '../../src/rules/rule.ts';
import { ask } from '../../src/rules/support/ask.ts';
import { inOrder } from '../../src/rules/support/order.ts';
import { smallBytes, smallRows } from '../../src/rules/support/size.ts';
import { bytesInWords, rowsInWords, sizeInWords } from '../../src/rules/support/size-words.ts';
import { facts } from '../support/facts.ts';
import { graph, id, revision } from '../support/graph.ts';

const [kB, MB, GB, TB] = [1024, 1024 ** 2, 1024 ** 3, 1024 ** 4];

describe('in words', () => {
  test.each([
    [0, 'no rows'],
    [1, 'about 1 row'],
    [2, 'about 2 rows'],
    [950, 'about 950 rows'],
    [999, 'about 999 rows'],
    [1000, 'about 1 thousand rows'],
    [1234, 'about 1.2 thousand rows'],
    [12_345, 'about 12 thousand rows'],
    [994_999, 'about 990 thousand rows'],
    [995_000, 'about 1 million rows'],
    [1_234_567, 'about 1.2 million rows'],
    [120_400_000, 'about 120 million rows'],
    [999_999_999, 'about 1 billion rows'],
    [3_400_000_000, 'about 3.4 billion rows'],
    [1_200_000_000_000, 'about 1200 billion rows'],
  ])('%i rows are %j', (rows, words) => {
    expect(rowsInWords(rows)).toBe(words);
  });

  test.each([
    [0, '0 bytes'],
    [512, '512 bytes'],
    [1023, '1023 bytes'],
    [kB, '1 kB'],
    [8 * kB, '8 kB'],
    [1023 * kB, '1000 kB'],
    [MB - 1, '1 MB'],
    [1.5 * MB, '1.5 MB'],
    [345 * MB, '350 MB'],
    [GB - 1, '1 GB'],
    [34 * GB, '34 GB'],
    [1.25 * TB, '1.3 TB'],
    [2000 * TB, '2000 TB'],
  ])('%i bytes are %j', (bytes, words) => {
    expect(bytesInWords(bytes)).toBe(words);
  });

  test('both are said, and bytes alone where nobody counted', () => {
    expect(sizeInWords({ rows: 120_000_000, bytes: 34 * GB })).toBe('about 120 million rows, 34 GB');
    expect(sizeInWords({ bytes: 34 * GB })).toBe('34 GB');
  });
});

const orders = { schema: 'public', name: 'orders' };
const place = { file: 'versions/a.py', line: 7 };

interface Found {
  readonly sizes?: readonly TableSize[];
  readonly where?: Partial<Where>;
  readonly sizeMatters?: true;
  readonly severity?: Severity;
  readonly setting?: Severity;
}

/** What a rule that reports once has found, with these sizes known. */
function found({ sizes, where = { table: orders }, severity = 'error', setting, ...meta }: Found): Finding {
  const rule = defineRule({
    subject: 'project',
    needs: [],
    meta: {
      title: 'A table is locked',
      why: 'Everybody waits.',
      fix: 'Lock it later.',
      severity,
      since: '0.1.0',
      examples: { bad: 'pass', good: 'pass' },
      ...meta,
    },
    messages: { locked: (_: object) => ({ message: 'Everybody waits.', help: 'Lock it later.' }) },
    check: (_, { report }) => report('locked', {}, { place, ...where }),
  });
  const seen = facts([revision('a')], {}, sizes ? { tableSizes: sizes } : {});
  const rules = setting === undefined ? {} : { 'table-locked': setting };
  const [finding] = ask('table-locked' as RuleId, rule, seen, { rules }, [{ facts: seen }]).findings;
  if (!finding) throw new Error('The rule has found nothing');
  return finding;
}

const large: TableSize = { ...orders, rows: 120_000_000, bytes: 34 * GB };
const small: TableSize = { ...orders, rows: 950, bytes: 120 * kB };

describe('a finding about a table', () => {
  test('says how large it is in production', () => {
    expect(found({ sizes: [{ ...orders, schema: 'other', rows: 1, bytes: 1 }, large] })).toMatchObject({
      message: 'Everybody waits. In production orders has about 120 million rows, 34 GB.',
      table: { schema: 'public', name: 'orders', rows: 120_000_000, bytes: 34 * GB },
      severity: 'error',
    });
  });

  test('names the schema where it is not the usual one', () => {
    const table = { schema: 'sales', name: 'orders' };
    expect(found({ sizes: [{ ...table, bytes: 34 * GB }], where: { table } }).message).toBe(
      'Everybody waits. In production sales.orders has 34 GB.',
    );
  });

  test.each([
    ['without statistics', {}],
    ['whose table they do not have', { sizes: [{ ...small, name: 'Orders' }] }],
    ['whose table has its name in another schema', { sizes: [{ ...small, schema: 'other' }] }],
  ])('%s is as it was', (_, given) => {
    expect(found({ ...given, sizeMatters: true })).toMatchObject({
      message: 'Everybody waits.',
      severity: 'error',
    });
    expect(found({ ...given, sizeMatters: true }).table).toEqual(orders);
  });

  test('that names none is as it was', () => {
    const finding = found({ sizes: [small], where: {}, sizeMatters: true });
    expect(finding).toMatchObject({ message: 'Everybody waits.', severity: 'error' });
    expect(finding).not.toHaveProperty('table');
  });

  test('is the same finding whatever the size', () => {
    expect(found({ sizes: [small], sizeMatters: true }).fingerprint).toBe(found({}).fingerprint);
  });
});

describe('on a small table, harm that grows with the size', () => {
  test.each([
    ['error', 'warning', 'a warning and not an error'],
    ['warning', 'notice', 'a notice and not a warning'],
  ] as const)('of an %s is a %s, and says so', (severity, less, words) => {
    const finding = found({ sizes: [small], sizeMatters: true, severity });
    expect(finding.severity).toBe(less);
    expect(finding.message).toBe(
      `Everybody waits. In production orders has about 950 rows, 120 kB: over in milliseconds, so ${words}.`,
    );
  });

  const plain = 'Everybody waits. In production orders has about 950 rows, 120 kB.';

  test('cannot weigh less than a notice', () => {
    const finding = found({ sizes: [small], sizeMatters: true, severity: 'notice' });
    expect(finding).toMatchObject({ severity: 'notice', message: plain });
  });

  test('weighs what the user has set', () => {
    const finding = found({ sizes: [small], sizeMatters: true, setting: 'error' });
    expect(finding).toMatchObject({ severity: 'error', message: plain });
  });

  test('weighs one less than the rule said for the one place', () => {
    const where: Partial<Where> = { table: orders, severity: 'warning' };
    expect(found({ sizes: [small], sizeMatters: true, where }).severity).toBe('notice');
  });

  test('and no other: what is lost is lost at any size', () => {
    expect(found({ sizes: [small] })).toMatchObject({ severity: 'error', message: plain });
  });

  test.each<[string, Partial<TableSize>, Severity]>([
    ['an empty one', { rows: 0, bytes: 8 * kB }, 'warning'],
    ['just below both limits', { rows: smallRows - 1, bytes: smallBytes - 1 }, 'warning'],
    ['as many rows as the limit', { rows: smallRows, bytes: 0 }, 'error'],
    ['few rows that are large', { rows: 1, bytes: smallBytes }, 'error'],
  ])('small is: %s', (_, size, severity) => {
    expect(found({ sizes: [{ ...small, ...size }], sizeMatters: true }).severity).toBe(severity);
  });

  test('small is none whose rows nobody counted', () => {
    expect(found({ sizes: [{ ...orders, bytes: 8 * kB }], sizeMatters: true }).severity).toBe('error');
  });
});

test('within one severity the largest table comes first, then what has no size, in the order of the graph', () => {
  const about = (name: string, more: Partial<Finding>): Finding => ({
    ...found({}),
    rule: name as RuleId,
    ...more,
  });
  const sized = (bytes: number) => ({ table: { ...orders, rows: 1, bytes } });
  const history = graph(revision('a'), revision('b', ['a']));
  const findings = [
    about('no-table', { revision: id('a') }),
    about('warning', { severity: 'warning', ...sized(9 * GB) }),
    about('empty', { revision: id('b'), ...sized(0) }),
    about('unknown', { revision: id('b'), table: orders }),
    about('small', { revision: id('a'), ...sized(1) }),
    about('large', { revision: id('b'), ...sized(2) }),
    about('also-large', { revision: id('a'), ...sized(2) }),
  ];
  expect(inOrder(findings, history).map(({ rule }) => rule)).toEqual([
    'also-large',
    'large',
    'small',
    'empty',
    'no-table',
    'unknown',
    'warning',
  ]);
});
