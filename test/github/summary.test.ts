import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeSummary } from '../../src/github/summary.ts';
import { temporary } from '../support/temporary.ts';

const tooLong = { state: 'failed', because: 'it is longer than GitHub shows' };

test('it is added to what is there', async () => {
  const file = join(await temporary({ summary: 'Before.\n' }), 'summary');
  expect(await writeSummary(file, 'Ours.')).toEqual({ state: 'delivered' });
  expect(await readFile(file, 'utf8')).toBe('Before.\nOurs.\n');
});

describe('GitHub shows nothing of more than 1 MiB', () => {
  const limit = 1024 * 1024;

  test.each([
    ['x', limit - 2, true],
    ['x', limit - 1, true],
    ['x', limit, false],
    ['ß', limit / 2 - 1, true],
    ['ß', limit / 2, false],
  ])('%s, %i times, is written: %s', async (letter, times, isWritten) => {
    const file = join(await temporary(), 'summary');
    const delivery = await writeSummary(file, letter.repeat(times));
    expect(delivery).toEqual(isWritten ? { state: 'delivered' } : tooLong);
  });

  test('what is there already counts', async () => {
    const directory = await temporary();
    const file = join(directory, 'summary');
    await writeFile(file, 'x'.repeat(limit - 3));
    expect(await writeSummary(file, 'ab')).toEqual({ state: 'delivered' });
    expect(await writeSummary(file, '')).toEqual(tooLong);
  });
});

test.each([undefined, ''])('a runner without summaries (%j) gets none', async (file) => {
  expect((await writeSummary(file, 'x')).state).toBe('skipped');
});

test('a file that cannot be written is for the caller to tell', async () => {
  const directory = await temporary();
  await mkdir(join(directory, 'summary'));
  await expect(writeSummary(join(directory, 'summary'), 'x')).rejects.toThrow('EISDIR');
});
