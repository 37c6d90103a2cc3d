import { expect, test } from 'vitest';
import { flagLayer } from '../../src/config/flags.ts';
import { eventLayer } from '../../src/config/inputs.ts';
import { resolveSettings } from '../../src/config/resolve.ts';
import type { SettingName } from '../../src/config/settings.ts';
import { temporary } from '../support/temporary.ts';

const resolved = async (
  event: string,
  since: string | undefined,
  files: Readonly<Record<string, string>> = {},
) => {
  const cwd = await temporary(files);
  const given = flagLayer(undefined, new Map<SettingName, unknown>(), cwd);
  return resolveSettings({ cwd, given, environment: {}, fallback: eventLayer(event, since, cwd) });
};

test('on a pull request edits are tried, and elsewhere not', async () => {
  const { settings, origins } = await resolved('pull_request', 'abc');
  expect(settings).toMatchObject({ suggestions: true, since: 'abc', scope: 'changed' });
  expect(origins.get('suggestions')).toContain('pull_request');
  expect((await resolved('merge_group', 'abc')).settings).toMatchObject({ suggestions: false, since: 'abc' });
  expect((await resolved('push', undefined)).settings).toMatchObject({ suggestions: false });
});

test('who says otherwise is heard', async () => {
  const { settings } = await resolved('pull_request', 'abc', { 'migrate-check.yml': 'suggestions: false' });
  expect(settings.suggestions).toBe(false);
});
