import '../support/sql.ts';
import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { generateRules } from '../../scripts/generate/rules.ts';
import type { Finding } from '../../src/model/finding.ts';
import { rules } from '../../src/rules/index.ts';
import { judge } from '../../src/rules/judge.ts';
import { facts } from '../support/facts.ts';
import { revision } from '../support/graph.ts';
import type { Cases } from './case.ts';

const known = new Map(rules);
const namesIn = async (folder: string, ending: string): Promise<readonly string[]> =>
  (await readdir(new URL(folder, import.meta.url)))
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .sort();
const ids = await namesIn('cases/', '.ts');
const all = await Promise.all(
  ids.map(async (id) => [id, ((await import(`./cases/${id}.ts`)) as { cases: Cases }).cases] as const),
);
const judged = { failOn: 'error', rules: {} } as const;

test('one name everywhere: file, list, cases, page', async () => {
  const files = (await namesIn('../../src/rules/', '.ts')).filter(
    (name) => !['rule', 'judge', 'index', 'page'].includes(name),
  );
  expect([...known.keys()].sort()).toEqual(files);
  const withCases = new Set([...ids, ...(await namesIn('live/cases/', '.ts'))]);
  expect([...withCases].sort()).toEqual(files);
  expect((await namesIn('../../docs/rules/', '.md')).filter((name) => name !== 'README')).toEqual(files);
});

test('the list and the pages follow from the rules', async () => {
  for (const { path, text } of await generateRules()) expect(await readFile(path, 'utf8'), path).toBe(text);
});

test.each(rules)('%s says what it is', (_, { meta }) => {
  expect(meta.since).toMatch(/^\d+\.\d+\.\d+$/);
  for (const text of [meta.title, meta.why, meta.fix, meta.examples.bad, meta.examples.good].flat())
    expect(text.length).toBeGreaterThan(8);
  expect(meta.title).not.toMatch(/[.`]$/);
  expect(JSON.stringify(meta), 'nothing is left to be filled in').not.toContain('TODO');
});

describe.each(all)('%s', (id, { bad, good }) => {
  test.each(bad)('reports: $name', (one) => {
    const { findings } = judge(one.facts, { ...judged, ...one.settings });
    expect(
      findings.map(({ rule }) => rule),
      textOf(findings),
    ).toEqual([id]);
    const [finding] = findings as [Finding];
    expect(finding.severity).toBe(one.severity ?? known.get(id)?.meta.severity);
    expect(finding.place.line).toBe(one.line);
    if (one.file !== undefined) expect(finding.place.file).toBe(one.file);
    for (const words of one.says) expect(textOf(findings)).toContain(words);
    for (const words of one.omits ?? []) expect(textOf(findings)).not.toContain(words);
  });

  test.each(good)('leaves alone: $name', (one) => {
    const mine = judge(one.facts, { ...judged, ...one.settings }).findings.filter(({ rule }) => rule === id);
    expect(mine).toEqual([]);
  });
});

test.each([0, 1, 5])('nothing is said of a history of %i clean revisions but that it is empty', (length) => {
  const history = Array.from({ length }, (_, at) => revision(`r${at}`, at === 0 ? [] : [`r${at - 1}`]));
  const { findings, verdict } = judge(facts(history), judged);
  expect(findings.map(({ rule }) => rule)).toEqual(length === 0 ? ['empty-history'] : []);
  expect(verdict).toBe('passed');
});

test('messages are plain text: no Markdown, no data that is missing', () => {
  for (const [id, { bad }] of all) {
    for (const one of bad) {
      const text = textOf(judge(one.facts, { ...judged, ...one.settings }).findings);
      expect(text, id).not.toMatch(/`|\*\*|\bundefined\b|\[object|\.\.\.\.|\.\.$/m);
    }
  }
});

function textOf(findings: readonly Finding[]): string {
  const evidence = ({ evidence }: Finding) => evidence.map((one) => Object.values(one).join(' '));
  return findings.flatMap((finding) => [finding.message, finding.help, ...evidence(finding)]).join('\n');
}
