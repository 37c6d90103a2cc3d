/** Who waits for whom while a migration holds a lock, or waits for one: seen, not deduced. */
import { expect, test } from 'vitest';
import { experiments, type Observed } from '../../scripts/experiments/experiment.ts';
import { run } from '../../scripts/experiments/run.ts';
import { testDatabase, testMajor } from '../support/postgres.ts';

const waits = (who: string): string => `waits for ${who}`;
const passes = 'passes';
/** Migration, then reader and writer before it has its lock, with its lock, and after it. */
const expected: Readonly<Record<string, readonly string[]>> = {
  'share-update-exclusive': [passes, passes, passes, passes, passes, passes, passes],
  share: [waits('parked'), passes, waits('migration'), passes, waits('migration'), passes, passes],
  'share-row-exclusive': [
    waits('parked'),
    passes,
    waits('migration'),
    passes,
    waits('migration'),
    passes,
    passes,
  ],
  'access-exclusive': [
    waits('parked'),
    ...Array.from({ length: 4 }, () => waits('migration')),
    passes,
    passes,
  ],
  queue: [waits('parked'), ...Array.from({ length: 4 }, () => waits('migration')), passes, passes],
};

test.each(experiments)('$title', async (experiment) => {
  const observed = await run(await testDatabase(), experiment);
  expect(observed.map(inWords)).toEqual(expected[experiment.id]);
  const cancelled = observed.filter(({ who, waitsFor }) => who !== 'migration' && waitsFor.length > 0);
  for (const { end } of cancelled)
    expect(end).toBe('cancelled: canceling statement due to statement timeout');
  const text = `${JSON.stringify(observed, null, 2)}\n`;
  await expect(text).toMatchFileSnapshot(`results/${testMajor}/experiments/${experiment.id}.json`);
});

const inWords = ({ waitsFor, end }: Observed): string => {
  if (waitsFor.length > 0) return waits(waitsFor.join(' and '));
  return end === 'got through' ? passes : end;
};
