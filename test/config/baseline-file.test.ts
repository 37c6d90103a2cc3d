import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { baselineFile, baselineOf, writeBaseline } from '../../src/config/baseline-file.ts';
import type { RuleId } from '../../src/model/finding.ts';
import { temporary, write } from '../support/temporary.ts';

const usual = '.migrate-check-baseline.json';
const entry = (fingerprint: string) => ({
  rule: 'upgrade-fails' as RuleId,
  file: 'shop/a.py',
  fingerprint,
  about: 'The upgrade "fails"',
});
const read = (root: string, named?: string, isNew = false) =>
  baselineOf({ named, root, project: 'shop', isNew });

test('what is written is read, an entry on each line', async () => {
  const root = await temporary({ 'shop/alembic.ini': '' });
  const file = baselineFile(undefined, root, 'shop');
  await writeBaseline(file, [entry('a'), entry('b')]);
  expect(await read(root)).toEqual({ file: `shop/${usual}`, entries: [entry('a'), entry('b')] });
  const lines = (await readFile(file, 'utf8')).split('\n');
  expect(lines.filter((line) => line.includes('fingerprint'))).toHaveLength(2);
  expect(await readdir(join(root, 'shop'))).toEqual([usual, 'alembic.ini']);
});

test('without entries it is a baseline all the same', async () => {
  const root = await temporary({ 'shop/alembic.ini': '' });
  await writeBaseline(baselineFile(undefined, root, 'shop'), []);
  expect(await read(root)).toEqual({ file: `shop/${usual}`, entries: [] });
});

test('one that is not there is none; one that is named has to be there, unless it is about to be written', async () => {
  const root = await temporary();
  expect(await read(root)).toBeUndefined();
  await expect(read(root, join(root, 'ours.json'))).rejects.toMatchObject({
    code: 'bad-baseline',
    message: 'There is no baseline ours.json',
    hint: 'Write it: migrate-check baseline --baseline ours.json',
  });
  expect(await read(root, join(root, 'ours.json'), true)).toBeUndefined();
});

describe('what is no baseline is refused, with what is wrong', () => {
  test.each([
    ['{', /is not JSON/],
    ['[]', /cannot be used: the whole/],
    ['{"version": 2, "findings": []}', /cannot be used: version/],
    ['{"version": 1, "findings": [{"rule": "x"}]}', /cannot be used: findings\.0\.file/],
    ['{"version": 1, "findings": [], "all": true}', /cannot be used: the whole: .*all/],
    ['{\n<<<<<<< ours\n}', /has the marks of a merge that was not resolved/],
  ])('%s', async (text, message) => {
    const root = await temporary({ [`shop/${usual}`]: text });
    await expect(read(root)).rejects.toMatchObject({
      name: 'SetupError',
      code: 'bad-baseline',
      message: expect.stringMatching(message),
    });
    await expect(read(root, undefined, true)).rejects.toMatchObject({ code: 'bad-baseline' });
  });

  test('a directory', async () => {
    const root = await temporary({ [`shop/${usual}/x`]: '' });
    await expect(read(root)).rejects.toMatchObject({ code: 'bad-baseline' });
  });
});

test('where it cannot be written the old one stays, and nothing lies beside it', async () => {
  const root = await temporary({ 'shop/x/y': '' });
  await expect(writeBaseline(join(root, 'shop/x'), [entry('a')])).rejects.toMatchObject({
    code: 'bad-baseline',
    hint: 'Name another file: --baseline baseline.json',
  });
  expect(await readdir(join(root, 'shop'))).toEqual(['x']);
  await write(root, { 'shop/x/y': 'still there' });
  await expect(writeBaseline(join(root, 'no/such/b.json'), [])).rejects.toMatchObject({
    code: 'bad-baseline',
  });
});
