import '../../support/sql.ts';
import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Finding, RuleId } from '../../../src/model/finding.ts';
import type { Place } from '../../../src/model/place.ts';
import type { Facts } from '../../../src/model/report.ts';
import { rules } from '../../../src/rules/index.ts';
import { judge } from '../../../src/rules/judge.ts';
import { fingerprint } from '../../../src/rules/support/ask.ts';
import { testMajor } from '../../support/postgres.ts';
import { blinded, complaintsOf, silentIn, withoutTraces } from './blind.ts';
import type { LiveBad, LiveCase, LiveCases, LiveGood } from './case.ts';
import { readFrom, recorded } from './recorded.ts';
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
/** Rules that have something to say of the bad cases of another one, and rightly. */
const beside = new Map<string, ReadonlySet<string>>();
for (const id of ids) {
  const { cases }: { cases: LiveCases } = await import(new URL(`${id}.ts`, folder).href);
  beside.set(id, new Set(cases.bad.flatMap(({ also }) => also ?? [])));
  const key = (kind: string, at: number): string => `${id.replaceAll('-', '_')}_${kind}_${at}`;
  bad.push(...cases.bad.filter(here).map((one, at) => [key('bad', at), id, one] as const));
  good.push(...cases.good.filter(here).map((one, at) => [key('good', at), id, one] as const));
}

/** Rules whose examples are no migrations that could be run, each with what they are instead. */
const noMigrations = new Map<string, string>([
  ['broken-graph', 'a graph that nothing of can be run'],
  ['edited-merged-revision', 'two versions of a file'],
  ['empty-history', 'no revision at all'],
  ['expired-suppression', 'settings'],
  ['head-not-reached', 'an env.py'],
  ['header-differs', 'the header of a file, which every case has from the test'],
  ['model-ddl-mismatch', 'models beside a revision'],
  ['number-prefix', 'names of files'],
  ['set-tablespace', 'a tablespace, which is a directory of the server'],
  ['several-heads', 'a graph of files'],
  ['stale-down-revision', 'two versions of a graph'],
  ['undescriptive-name', 'names of files'],
  ['unloadable-revision', 'a file that Python cannot read'],
  ['unsafe-env-transaction', 'an env.py'],
]);

/** Examples with a project of their own: what its migrations import, or nothing else beside them. */
const filesOfExamples = new Map<string, LiveCase['files']>([
  // Only where a history is the whole project `upgrade heads` is rehearsed.
  ['upgrade-in-one-go-fails', {}],
  [
    'app-code-in-migration',
    {
      'alembic.ini': '[alembic]\nscript_location = migrations\nprepend_sys_path = .\n',
      'shop/models.py': `import sqlalchemy as sa
from sqlalchemy.orm import declarative_base


class User(declarative_base()):
    __tablename__ = "users"
    id = sa.Column(sa.BigInteger, primary_key=True)
    plan = sa.Column(sa.Text)
`,
    },
  ],
]);

/** Rules whose bad example hangs: it is cut off sooner than what might only be slow. */
const hangs: ReadonlySet<string> = new Set(['concurrent-index-hang']);

/** Rules that say one thing of a revision at most. */
const toldOnce: ReadonlySet<string> = new Set([
  'concurrently-in-transaction',
  'data-in-migration',
  'drop-index-backing-constraint',
  'enum-add-value-same-transaction',
  'missing-lock-timeout',
  'missing-statement-timeout',
  'multi-table-exclusive-locks',
  'no-op-migration',
  'non-transactional-partial-failure',
  'partition-key-not-in-primary-key',
  'upgrade-fails',
]);

// A suppression that does not hold lets nothing pass.
for (const id of ['suppression-without-reason', 'unknown-rule-suppressed'])
  beside.set(id, new Set(['drop-table']));

/** Of the servers that are supported. */
const newest = 18;

const examples: Named<LiveCase>[] = rules.flatMap(([id, { meta }]) => {
  if (noMigrations.has(id)) return [];
  const { before, rows, postgres, bad, good } = meta.examples;
  const files = filesOfExamples.get(id);
  // They say what the cases say, for readers: the newest server is enough.
  if (testMajor < Math.min(postgres?.until ?? newest, newest)) return [];
  const key = id.replaceAll('-', '_');
  const start = {
    ...(before === undefined ? {} : { before }),
    ...(rows ? { rows } : {}),
    ...(files ? { files } : {}),
  };
  return [
    [
      `${key}_example_bad`,
      id,
      {
        name: 'what its page shows as reported',
        ...start,
        code: bad,
        ...(hangs.has(id) ? { timeoutMs: 5000 } : {}),
      },
    ],
    [`${key}_example_good`, id, { name: 'what its page shows as fine', ...start, code: good }],
  ] satisfies Named<LiveCase>[];
});

let shared: Stand;
const later: (() => Promise<void>)[] = [];
beforeAll(async () => {
  if (readFrom !== undefined) return;
  const all = [...bad, ...good, ...examples].filter(([, , { files }]) => files === undefined);
  shared = await Stand.open(new Map(all.map(([key, , one]) => [key, one])), {}, (clean) => later.push(clean));
});
afterAll(async () => {
  for (const clean of later.toReversed()) await clean();
});

/** A case with files of its own has a project of its own. */
const standOf = (key: string, one: LiveCase): Stand | Promise<Stand> =>
  one.files ? Stand.open(new Map([[key, one]]), one.files) : shared;

const factsOf = (key: string, one: LiveCase): Promise<Facts> =>
  recorded(key, async () => (await standOf(key, one)).walk(key, one));

const settings = (one: LiveCase) => ({
  failOn: 'error' as const,
  ruleOptions: one.options ?? {},
  rules: Object.fromEntries((one.on ?? []).map((id) => [id, known.get(id)?.meta.severity ?? 'warning'])),
});

/** Where somebody could not look, a rule says so, or it reports what it reports. */
function expectNoSilence(facts: Facts, one: LiveCase): void {
  const seen = judge(facts, settings(one));
  for (const [where, blind] of blinded(facts))
    expect(silentIn(judge(blind, settings(one)), seen), where).toEqual([]);
}

describe('reports', () => {
  test.each(bad.map(([key, id, one]) => [id, one.name, key, one] as const))(
    '%s: %s',
    async (id, _, key, one) => {
      const facts = await factsOf(key, one);
      const seen = judge(facts, settings(one));
      const { findings } = seen;
      const mine = findings.filter(({ rule }) => rule === id);
      expect(mine.length, textOf(findings)).toBe(one.times ?? 1);
      expect(new Set(findings.map(({ rule }) => rule)), textOf(findings)).toEqual(
        new Set([id, ...(one.also ?? [])] as RuleId[]),
      );
      const [finding] = mine as [Finding];
      // Each can be let pass alone.
      expect(new Set(mine.map(({ fingerprint }) => fingerprint)).size).toBe(mine.length);
      if (!toldOnce.has(id)) expect(unsaid(id, finding)).not.toContain(finding.fingerprint);
      if (known.get(id)?.meta.sizeMatters)
        expect(finding.table, 'the table whose size matters').toBeDefined();
      expect(finding.severity).toBe(one.severity ?? known.get(id)?.meta.severity);
      expect(lineAt(finding.place, facts)).toContain(one.at);
      for (const words of one.says) expect(textOf(mine)).toContain(words);
      for (const words of one.omits ?? []) expect(textOf(mine)).not.toContain(words);
      expect(textOf(mine)).not.toMatch(/`|\*\*|\bundefined\b|\[object|\.\.\.\./);
      for (const [table, words] of Object.entries(one.takes ?? {})) expect(takes(facts, table)).toBe(words);
      expectNoSilence(facts, one);
      expect(complaintsOf(seen, facts)).toEqual([]);
    },
  );
});

describe('leaves alone', () => {
  test.each(good.map(([key, id, one]) => [id, one.name, key, one] as const))(
    '%s: %s',
    async (_, __, key, one) => {
      const facts = await factsOf(key, one);
      for (const { upgrade } of facts.observations.roundTrips) expect(upgrade.failure).toBeUndefined();
      const seen = judge(facts, settings(one));
      expect(seen.findings, textOf(seen.findings)).toEqual([]);
      const guesses = judge(withoutTraces(facts), settings(one)).findings;
      expect(guesses, textOf(guesses)).toEqual([]);
      expect(complaintsOf(seen, facts)).toEqual([]);
      for (const [table, words] of Object.entries(one.takes ?? {})) expect(takes(facts, table)).toBe(words);
    },
  );
});

test.each(examples.map(([key, id, one]) => [id, one.name, key, one] as const))(
  '%s: %s',
  async (id, _, key, one) => {
    const { findings } = judge(await factsOf(key, one), settings({ ...one, on: [id] }));
    expect(
      findings
        .filter(({ suppressed }) => !suppressed)
        .map(({ rule }) => rule as string)
        .filter((rule) => !beside.get(id)?.has(rule)),
      textOf(findings),
    ).toEqual(key.endsWith('_bad') ? [id] : []);
  },
);

/** What its fingerprint would be if it did not say what it is about. */
const unsaid = (id: string, { revision, place }: Finding): readonly string[] =>
  Object.keys(known.get(id)?.messages ?? {}).map((key) => fingerprint([id, revision ?? place.file, key, '']));

function lineAt({ file, line = 0 }: Place, { graph }: Facts): string {
  const source = graph.revisions.find(({ place }) => place.file === file)?.source ?? '';
  return source.split('\n')[line - 1] ?? '';
}

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
