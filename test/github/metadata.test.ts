/** action.yml is what the settings are, and what the step gives. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { generateAction } from '../../scripts/generate/action.ts';
import { inputs, reportFiles } from '../../src/config/inputs.ts';
import { settingNames } from '../../src/config/settings.ts';
import { kebab } from '../../src/config/spelling.ts';
import { workflowInputs } from '../../src/config/workflow-inputs.ts';
import { outputs } from '../../src/github/outputs.ts';

const text = readFileSync(join(import.meta.dirname, '..', '..', 'action.yml'), 'utf8');
const action = parse(text) as {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
};

test('it is what the sources give', async () => {
  expect(await generateAction()).toContainEqual({ path: 'action.yml', text });
});

test('every setting but ignore is an input, and so is what only a workflow may say', () => {
  const settings = settingNames.filter((name) => name !== 'ignore').map(kebab);
  const own = ['mode', 'report', 'github-token', 'allow-pull-request-target'];
  expect(inputs.map(({ name }) => name)).toEqual(settings);
  expect(workflowInputs.map(({ name }) => name)).toEqual(own);
  expect(Object.keys(action.inputs)).toEqual([...settings, ...own]);
});

test('the token alone has a default that is not in the settings', () => {
  const defaults = Object.entries(action.inputs).filter(([, { default: value }]) => value !== undefined);
  expect(defaults.map(([name, { default: value }]) => [name, value])).toEqual([
    ['github-token', ['$', '{{ github.token }}'].join('')],
  ]);
});

test('every output is one that the step gives', () => {
  const given = [...outputs, ...reportFiles].map(({ name }) => name);
  expect(Object.keys(action.outputs)).toEqual(given);
  expect(given).toEqual(
    expect.arrayContaining(['verdict', 'errors', 'not-checked', 'head', 'json', 'sarif']),
  );
});
