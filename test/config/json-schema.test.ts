import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { generateSettings } from '../../scripts/generate/settings.ts';
import { settingNames, settingsSchema } from '../../src/config/settings.ts';
import { kebab } from '../../src/config/spelling.ts';
import { wordsOf } from '../../src/config/words.ts';
import { rules } from '../../src/rules/index.ts';

const published: { readonly properties: Record<string, { readonly description: string }> } = JSON.parse(
  await readFile(new URL('../../docs/schema/settings.json', import.meta.url), 'utf8'),
);
const valid = (text: string): boolean =>
  new Ajv({ strict: true, allowUnionTypes: true }).compile(published)(parse(text));

test('what is published is what the sources give', async () => {
  const [file] = await generateSettings();
  expect(file?.path).toBe('docs/schema/settings.json');
  expect(JSON.parse(file?.text ?? '')).toEqual(published);
});

test('every setting is described', () => {
  expect(Object.keys(published.properties)).toEqual(settingNames.map(kebab));
  for (const { description } of Object.values(published.properties))
    expect(description).toMatch(/^[A-Z].{10,}/);
});

describe('an editor accepts', () => {
  test.each([
    'postgres: 17',
    'timeout: 90',
    'timeout: 500ms',
    'start-at: 0012',
    'start-at: [0012, abc]',
    'x: a=b',
    'env: [A, B=c]',
    'verbose: true',
    `rules:\n  ${rules[0]?.[0]}: off`,
    'fail-on: never\ndatabase: local',
    'ignore: [{ path: a.py, rule: [x, y], reason: z, until: "2027-01-31" }]',
    'ignore: [{ path: a.py, rule: x }]',
  ])('%j', (text) => {
    expect(valid(text)).toBe(true);
  });

  test.each(settingNames.filter((name) => name !== 'rules'))('the example of %s', (name) => {
    expect(valid(`${kebab(name)}: ${wordsOf(settingsSchema.shape[name]).example}`)).toBe(true);
  });
});

describe('an editor refuses', () => {
  test.each([
    'postgress: 17',
    'postgres: 13',
    'postgres: 17.5',
    'timeout: 2x',
    'database: mysql',
    'rules:\n  no-such-rule: off',
    `rules:\n  ${rules[0]?.[0]}: of`,
    'verbose: 1',
    'env: [1B]',
    'ignore: [{ rule: x, reason: z }]',
    'ignore: [{ path: a.py, reason: z }]',
    'ignore: [{ path: a.py, rule: x, untill: "2027-01-31" }]',
    'ignore: [{ path: a.py, rule: x, until: tomorrow }]',
  ])('%j', (text) => {
    expect(valid(text)).toBe(false);
  });
});

test.each(settingNames)('the example of %s is a good value', (name) => {
  const { example, list } = wordsOf(settingsSchema.shape[name]);
  if (name === 'rules') expect(rules.map(([id]) => `${id}=warning`)).toContain(example);
  else if (name === 'ignore') expect(settingsSchema.shape[name].safeParse(parse(example)).success).toBe(true);
  else expect(settingsSchema.shape[name].safeParse(list ? [example] : example).success).toBe(true);
});
