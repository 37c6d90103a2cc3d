import { expect, test } from 'vitest';
import { formatDuration, parseDuration } from '../../src/config/duration.ts';

test.each([
  ['30', 30_000],
  ['30s', 30_000],
  ['30 s', 30_000],
  ['2m', 120_000],
  ['1.5h', 5_400_000],
  ['500ms', 500],
  ['24h', 86_400_000],
])('%s is %i milliseconds', (text, milliseconds) => {
  expect(parseDuration(text)).toBe(milliseconds);
});

test.each(['', '0', '0.0001', '-1', '2x', 's', '1e3', '25h', 'Infinity', '1m30s', '٣'])(
  '%j is no duration',
  (text) => {
    expect(parseDuration(text)).toBeUndefined();
  },
);

test.each([500, 1000, 61_000, 60_000, 90_000, 3_600_000, 5_400_000])(
  '%i milliseconds are written so that they are read back',
  (milliseconds) => {
    expect(parseDuration(formatDuration(milliseconds))).toBe(milliseconds);
  },
);

test('a duration is written with its largest whole unit', () => {
  expect([500, 1000, 60_000, 90_000, 7_200_000].map(formatDuration)).toEqual([
    '500ms',
    '1s',
    '1m',
    '90s',
    '2h',
  ]);
});
