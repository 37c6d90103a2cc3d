import { expect, test } from 'vitest';
import * as library from '../../src/index.ts';
import { silent } from '../support/replay.ts';
import { temporary } from '../support/temporary.ts';

test('the library is what it says, and no more', () => {
  expect(Object.keys(library).sort()).toEqual([
    'SetupError',
    'check',
    'planOnly',
    'projectEnvironment',
    'readTableStats',
    'rejudge',
    'settingsFor',
    'version',
    'whereabouts',
  ]);
});

test('a program gets from a directory to a refusal without the command', async () => {
  const cwd = await temporary();
  const { settings } = await library.settingsFor({ database: 'local' }, { cwd });
  const where = await library.whereabouts(settings.directory, cwd);
  const request = { settings, where, env: {}, signal: new AbortController().signal, progress: silent };
  await expect(library.check(request)).rejects.toMatchObject({ name: 'SetupError', code: 'no-project' });
});
