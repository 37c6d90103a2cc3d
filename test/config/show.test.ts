import { expect, test } from 'vitest';
import { flagLayer } from '../../src/config/flags.ts';
import { merge } from '../../src/config/merge.ts';
import type { SettingName } from '../../src/config/settings.ts';
import { parseSettings } from '../../src/config/settings-file.ts';
import { defaultOf, showSettings } from '../../src/config/show.ts';

const parse = (text: string) => parseSettings(text, { shown: 'migrate-check.yml', base: '/work' });

const everything = `
name: "no: # comment"
x: [a=1, "b=two words"]
timeout: 90s
postgres: 15
start-at: [0012, true, 12e45]
rules:
  several-heads: off
verbose: true
`;

test('what is shown is a settings file that says the same', () => {
  const resolved = merge([parse(everything)], '/work');
  const again = merge([parse(showSettings(resolved))], '/elsewhere');
  expect(again.settings).toEqual(resolved.settings);
});

test('each value stands with its origin, also where there is none', () => {
  const flags = flagLayer(undefined, new Map<SettingName, unknown>([['postgres', '16']]), '/work');
  const lines = showSettings(merge([flags, parse(everything)], '/work')).split('\n');
  const line = (start: string): string | undefined =>
    lines.find((text) => text.startsWith(start))?.replace(/ {2,}/g, '  ');
  expect(line('postgres:')).toBe('postgres: 16  # flag --postgres');
  expect(line('timeout:')).toBe('timeout: 90s  # migrate-check.yml:4');
  expect(line('  several-heads:')).toBe('  several-heads: off  # migrate-check.yml:8');
  expect(line('database:')).toBe('database: auto  # default');
  expect(line('# image:')).toBe('# image:  # not set');
});

test('no secret is shown', () => {
  const flags = flagLayer(
    undefined,
    new Map<SettingName, unknown>([
      ['databaseUrl', 'postgresql://me:s3cret@db/app'],
      ['x', ['url=postgresql://me:s3cret@db/app']],
      ['env', ['API_KEY=s3cret', 'HOME']],
    ]),
    '/work',
  );
  const shown = showSettings(merge([flags], '/work'));
  expect(shown).not.toContain('s3cret');
  expect(shown).toContain('database-url: postgresql://me:***@db/app');
  expect(shown).toContain('env: [ API_KEY=***, HOME ]');
});

test('defaults are given as they would be typed', () => {
  expect([
    defaultOf('timeout'),
    defaultOf('database'),
    defaultOf('postgres'),
    defaultOf('x'),
    defaultOf('verbose'),
  ]).toEqual(['1m', 'auto', undefined, undefined, undefined]);
});
