import { describe, expect, test } from 'vitest';
import { flags } from '../../src/config/flags.ts';
import { inputs } from '../../src/config/inputs.ts';
import { settingsFor } from '../../src/config/library.ts';
import { merge } from '../../src/config/merge.ts';
import { parseSettings } from '../../src/config/settings-file.ts';
import { showSettings } from '../../src/config/show.ts';
import { SetupError } from '../../src/model/setup-error.ts';
import { temporary } from '../support/temporary.ts';

const layer = (text: string) =>
  parseSettings(text, { shown: 'backend/migrate-check.yml', base: '/srv/backend' });
const resolved = (text: string) => merge([layer(text)], '/srv');

const two = `# ours
ignore:
  - path: versions/0003_*.py
    rule: several-heads
    reason: merged in 0004
    until: 2027-01-31
  - { path: "**", rule: [a, b] }
`;

test('entries have their rules, their reason, and the place where they are written', () => {
  const file = '/srv/backend/migrate-check.yml';
  expect(resolved(two).settings.ignore).toEqual([
    {
      path: 'versions/0003_*.py',
      rules: ['several-heads'],
      reason: 'merged in 0004',
      until: '2027-01-31',
      place: { file, line: 3 },
    },
    { path: '**', rules: ['a', 'b'], reason: '', place: { file, line: 7 } },
  ]);
});

test('what is shown is a settings file that says the same, each entry with its line', () => {
  const shown = showSettings(resolved(two));
  expect(shown).toMatch(/^ {2}- .*several-heads.* # backend\/migrate-check\.yml:3$/m);
  const again = merge([layer(shown)], '/srv').settings.ignore;
  const bare = ({ place, ...entry }: (typeof again)[number]) => entry;
  expect(again.map(bare)).toEqual(resolved(two).settings.ignore.map(bare));
});

describe('a wrong entry is told with its line', () => {
  test.each([
    ['- nonsense', 'has an entry that is no mapping of path, rule, reason, until'],
    ['- { rule: x, reason: y }', 'has an entry without path'],
    ['- { path: x, reason: y }', 'has an entry without rule'],
    [
      '- { path: x, rule: x, because: y }',
      'has an entry with "because"; it may have path, rule, reason, until',
    ],
    ['- { path: x, rule: x, until: 2027-02-30 }', 'has an entry with until: "2027-02-30"; it must be a day'],
    ['- { path: x, rule: x, until: soon }', 'has an entry with until: "soon"; it must be a day'],
    ['- { path: x, rule: { y: z } }', 'has an entry whose values are no text'],
    ['- { path: x, rule: [] }', 'has an entry whose values are no text'],
  ])('%s', (entry, message) => {
    const error = refusal(`ignore:\n  - { path: a, rule: b }\n  ${entry}\n`);
    expect(error.code).toBe('bad-setting');
    expect(error.message).toBe(`backend/migrate-check.yml:3: ignore ${message}`);
  });

  test('with what was probably meant', () => {
    expect(refusal('ignore: [{ path: a, rule: b, untill: 2027-01-31 }]').hint).toBe('Did you mean until?');
    expect(refusal('ignore: yes').message).toMatch(/:1: ignore is "yes"; it must be a list of mappings/);
  });
});

function refusal(text: string): SetupError {
  try {
    resolved(text);
  } catch (error) {
    if (error instanceof SetupError) return error;
    throw error;
  }
  throw new Error('Nothing was refused');
}

test('entries have neither a flag nor an input', () => {
  expect(flags.map(({ setting }) => setting)).not.toContain('ignore');
  expect(inputs.map(({ setting }) => setting)).not.toContain('ignore');
  expect(inputs.map(({ setting }) => setting)).toContain('directory');
});

test('the entries of a program stand for those of the file', async () => {
  const cwd = await temporary({ 'migrate-check.yml': two });
  const { settings } = await settingsFor({ ignore: [{ path: 'x', rule: 'y', reason: 'z' }] }, { cwd });
  expect(settings.ignore).toEqual([{ path: 'x', rules: ['y'], reason: 'z' }]);
});
