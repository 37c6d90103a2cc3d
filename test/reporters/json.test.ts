import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { generateReportSchema } from '../../scripts/generate/report-schema.ts';
import type { Report } from '../../src/model/report.ts';
import { json } from '../../src/reporters/json.ts';
import { parseReport } from '../../src/reporters/read-report.ts';
import { facts, report } from '../support/facts.ts';
import { revision } from '../support/graph.ts';
import { example } from './example.ts';

const how = { colour: false, width: 80, verbose: false };
const published = async () => JSON.parse(await readFile('docs/schema/report.json', 'utf8')) as object;
const validate = new Ajv2020({ allErrors: true }).compile(await published());

test.each<[string, Report]>([
  ['with findings', example],
  ['clean', report(facts([revision('a')]))],
  ['empty', report(facts([]))],
])('a report %s is what the published schema says, and is read back as it was', (_, one) => {
  const text = json.render(one, how);
  expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true);
  expect(parseReport(text)).toEqual(JSON.parse(text));
  const again = json.render(parseReport(text), how);
  expect(json.render(parseReport(again), how)).toBe(again);
});

test('the published schema follows from the one that reads reports', async () => {
  for (const { path, text } of generateReportSchema()) expect(await readFile(path, 'utf8')).toBe(text);
});

test.each<[string, (report: Record<string, unknown>) => void, RegExp]>([
  ['without its verdict', (one) => delete one['verdict'], /verdict/],
  [
    'with a severity that is none',
    (one) => Object.assign((one['findings'] as object[])[0] as object, { severity: 'bad' }),
    /findings\.0\.severity/,
  ],
  [
    'of a later version',
    (one) => Object.assign(one, { schemaVersion: 2 }),
    /schemaVersion 2, and this migrate-check reads 1/,
  ],
  [
    'that is something else',
    (one) => {
      for (const key of Object.keys(one)) delete one[key];
    },
    /no report of migrate-check/,
  ],
])('a report %s is refused by both, in a sentence', (_, spoil, sentence) => {
  const spoilt = structuredClone(example) as unknown as Record<string, unknown>;
  spoil(spoilt);
  expect(validate(spoilt)).toBe(false);
  expect(() => parseReport(JSON.stringify(spoilt))).toThrow(sentence);
});

test('what is no JSON is refused in a sentence', () => {
  expect(() => parseReport('error: no')).toThrow(/not JSON/);
  expect(() => parseReport('[]')).toThrow(/no report/);
});

test('keys that a later version adds are no obstacle', () => {
  expect(parseReport(JSON.stringify({ ...example, later: true })).verdict).toBe('failed');
});
