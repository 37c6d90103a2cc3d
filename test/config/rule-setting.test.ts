import { describe, expect, test } from 'vitest';
import { merge } from '../../src/config/merge.ts';
import { parseSettings } from '../../src/config/settings-file.ts';
import { showSettings } from '../../src/config/show.ts';
import { SetupError } from '../../src/model/setup-error.ts';

const known = { 'naming-convention': { table: '^a', most: 3, strict: false }, 'several-heads': {} };
const read = (text: string, rules: typeof known | undefined = known) =>
  merge([parseSettings(text, { shown: 'migrate-check.yml', base: '/' })], '/', rules);

function problem(text: string): SetupError {
  try {
    read(text);
  } catch (error) {
    if (error instanceof SetupError) return error;
    throw error;
  }
  throw new Error('Nothing was refused');
}

test('a severity alone, options alone, and both', () => {
  expect(read('rules: { several-heads: off }').settings).toMatchObject({
    rules: { 'several-heads': 'off' },
    ruleOptions: {},
  });
  expect(
    read('rules:\n  naming-convention:\n    table: ^t\n    most: 5\n    strict: true').settings,
  ).toMatchObject({
    rules: {},
    ruleOptions: { 'naming-convention': { table: '^t', most: 5, strict: true } },
  });
  expect(read('rules: { naming-convention: { severity: error, strict: false } }').settings).toMatchObject({
    rules: { 'naming-convention': 'error' },
    ruleOptions: { 'naming-convention': { strict: false } },
  });
});

test('a text that looks like something else stays a text where a text is wanted', () => {
  expect(read('rules: { naming-convention: { table: 12 } }').settings.ruleOptions).toEqual({
    'naming-convention': { table: '12' },
  });
});

describe('what is wrong is told with its line', () => {
  test.each([
    ['{ sever: error }', 'naming-convention has no option "sever"', 'Did you mean severity?'],
    ['{ zzzzzzzz: 1 }', 'naming-convention has no option "zzzzzzzz"', 'It has severity, table, most, strict'],
    ['{ most: many }', 'most is "many"; it must be a number', 'Write for example: most: 3'],
    ["{ most: '' }", 'most is ""; it must be a number', 'Write for example: most: 3'],
    [
      '{ strict: perhaps }',
      'strict is "perhaps"; it must be true or false',
      'Write for example: strict: false',
    ],
    ['{ severity: loud }', 'severity is "loud"; it must be error', 'Write for example: severity: warning'],
    ['[a]', 'must be error, warning, notice or off, or a mapping of options', 'Write for example: off'],
  ])('%s', (given, message, hint) => {
    const error = problem(`rules:\n  naming-convention: ${given}`);
    expect(error.message).toContain('migrate-check.yml:2');
    expect(error.message).toContain(message);
    expect(error.hint).toBe(hint);
  });
});

test('what is in force is shown as it would be written', () => {
  const shown = showSettings(
    read('rules: { several-heads: off, naming-convention: { severity: error, most: 5 } }'),
  );
  expect(shown).toMatch(/^ {2}several-heads: off +# migrate-check.yml:1$/m);
  expect(shown).toMatch(/^ {2}naming-convention: \{ severity: error, most: 5 \} +# migrate-check.yml:1$/m);
  expect(showSettings(read('presets: style'))).toMatch(/^presets: \[ style \] +# migrate-check.yml:1$/m);
});
