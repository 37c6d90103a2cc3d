import { readdir } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Finding, RuleId } from '../../../src/model/finding.ts';
import { rules } from '../../../src/rules/index.ts';
import { judge } from '../../../src/rules/judge.ts';
import { testMajor } from '../../support/postgres.ts';
import type { LiveBad, LiveCase, LiveCases, LiveGood } from './case.ts';
import { Stand } from './stand.ts';
import { takes } from './takes.ts';

/** Every case of every rule, on a real PostgreSQL. Bad cases fire, and good ones are silent: no rule says anything. */
const folder = new URL('cases/', import.meta.url);
const ids = (await readdir(folder)).map((name) => name.replace(/\.ts$/, '')).sort();
const known = new Map(rules);
const here = ({ postgres }: LiveCase): boolean =>
  testMajor >= (postgres?.from ?? 0) && testMajor <= (postgres?.until ?? 99);

type Named<C extends LiveCase> = readonly [key: string, rule: string, one: C];
const bad: Named<LiveBad>[] = [];
const good: Named<LiveGood>[] = [];
for (const id of ids) {
  const { cases }: { cases: LiveCases } = await import(new URL(`${id}.ts`, folder).href);
  const key = (kind: string, at: number): string => `${id.replaceAll('-', '_')}_${kind}_${at}`;
  bad.push(...cases.bad.filter(here).map((one, at) => [key('bad', at), id, one] as const));
  good.push(...cases.good.filter(here).map((one, at) => [key('good', at), id, one] as const));
}

let shared: Stand;
beforeAll(async () => {
  const all = [...bad, ...good].filter(([, , { files }]) => files === undefined);
  shared = await Stand.open(new Map(all.map(([key, , one]) => [key, one])));
});

/** A case with files of its own has a project of its own. */
const standOf = (key: string, one: LiveCase): Stand | Promise<Stand> =>
  one.files ? Stand.open(new Map([[key, one]]), one.files) : shared;

const settings = (one: LiveCase) => ({
  failOn: 'error' as const,
  rules: Object.fromEntries((one.on ?? []).map((id) => [id, known.get(id)?.meta.severity ?? 'warning'])),
});

describe('reports', () => {
  test.each(bad.map(([key, id, one]) => [id, one.name, key, one] as const))(
    '%s: %s',
    async (id, _, key, one) => {
      const stand = await standOf(key, one);
      const facts = await stand.walk(key, one);
      const { findings } = judge(facts, settings(one));
      const mine = findings.filter(({ rule }) => rule === id);
      expect(mine.length, textOf(findings)).toBe(one.times ?? 1);
      expect(new Set(findings.map(({ rule }) => rule)), textOf(findings)).toEqual(
        new Set([id, ...(one.also ?? [])] as RuleId[]),
      );
      const [finding] = mine as [Finding];
      expect(finding.severity).toBe(one.severity ?? known.get(id)?.meta.severity);
      expect(await stand.line(finding.place.file, finding.place.line ?? 0)).toContain(one.at);
      for (const words of one.says) expect(textOf(mine)).toContain(words);
      expect(textOf(mine)).not.toMatch(/`|\*\*|\bundefined\b|\[object|\.\.\.\./);
      for (const [table, words] of Object.entries(one.takes ?? {})) expect(takes(facts, table)).toBe(words);
    },
  );
});

describe('leaves alone', () => {
  test.each(good.map(([key, id, one]) => [id, one.name, key, one] as const))(
    '%s: %s',
    async (_, __, key, one) => {
      const stand = await standOf(key, one);
      const facts = await stand.walk(key, one);
      for (const { upgrade } of facts.observations.roundTrips) expect(upgrade.failure).toBeUndefined();
      const { findings } = judge(facts, settings(one));
      expect(findings, textOf(findings)).toEqual([]);
      for (const [table, words] of Object.entries(one.takes ?? {})) expect(takes(facts, table)).toBe(words);
    },
  );
});

function textOf(findings: readonly Finding[]): string {
  const evidence = ({ evidence }: Finding) => evidence.map((one) => Object.values(one).join(' '));
  return findings
    .flatMap(({ rule, message, help, ...rest }) => [
      `${rule}: ${message}`,
      help,
      ...evidence(rest as Finding),
    ])
    .join('\n');
}
