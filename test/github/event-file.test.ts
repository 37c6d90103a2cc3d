import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readEventFile } from '../../src/action/event-file.ts';
import { temporary } from '../support/temporary.ts';

test.each([undefined, ''])('a runner that names no file (%j) has no payload', async (path) => {
  expect(await readEventFile(path)).toBeUndefined();
});

test('the payload is what the file says', async () => {
  const directory = await temporary({ 'event.json': '{"ref":"main"}' });
  expect(await readEventFile(join(directory, 'event.json'))).toEqual({ ref: 'main' });
});

test.each([
  ['that is not there', 'other.json', /other\.json, cannot be read \(ENOENT\)/],
  ['that is cut off', 'event.json', /event\.json, is not JSON$/],
])('a file %s is a set-up error, and nothing of it is shown', async (_, name, message) => {
  const directory = await temporary({ 'event.json': '{"token":"hunter2"' });
  await expect(readEventFile(join(directory, name))).rejects.toMatchObject({
    code: 'wrong-event',
    message: expect.stringMatching(message),
    hint: expect.stringContaining('GITHUB_EVENT_PATH'),
  });
});
