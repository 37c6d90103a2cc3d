import '../support/sql.ts';
import { expect, test } from 'vitest';
import type { Coverage, Finding, Severity } from '../../src/model/finding.ts';
import type { Facts } from '../../src/model/report.ts';
import { rules } from '../../src/rules/index.ts';
import { type JudgeSettings, judge } from '../../src/rules/judge.ts';
import { facts, isNew, move, roundTrip, sqlFailure, trip } from '../support/facts.ts';
import { graph, id, revision } from '../support/graph.ts';
import { irreversible } from './pieces.ts';

const [a, b, c] = [revision('a'), revision('b', ['a']), revision('c', ['b'])];
const enumLeft = roundTrip('b', { trace: [isNew('enum type', 'mood', 'DROP TYPE mood')] });
const broken: Facts = facts([a, b, c], {
  roundTrips: [
    roundTrip('a', { trace: [isNew('extension', 'citext')] }),
    enumLeft,
    roundTrip('c', { rowsAfterDowngrade: [rows(0, 1)], rowsAfterReupgrade: [rows(1, 2)] }),
  ],
});
const failedUpgrade = facts([a, b, c], {
  roundTrips: [
    roundTrip('a'),
    { revision: id('b'), upgrade: move('upgrade', 'b', { failure: sqlFailure('42601', 'syntax error') }) },
  ],
  notObserved: [
    { what: 'downgrade', revision: id('b'), why: 'the upgrade fails' },
    { what: 'revision', revision: id('c'), blockedBy: id('b'), why: 'it needs b, whose upgrade fails' },
    { what: 'rehearsal', why: 'the upgrade of b fails by itself' },
  ],
  chain: undefined,
  rehearsal: undefined,
} as never);

function rows(before: number, after: number) {
  return { table: 'roles', before, after, contentChanged: false };
}

function judged(from: Facts, settings: Partial<JudgeSettings> = {}) {
  return judge(from, { failOn: 'error', rules: {}, ...settings });
}

const coverageOf = (from: Facts, rule: string, settings?: Partial<JudgeSettings>): Coverage | undefined =>
  judged(from, settings).coverage.find((one) => one.rule === rule);

test('worst first, then in the order of the graph', () => {
  const { findings } = judged(broken);
  expect(findings.map(({ rule, severity }) => [severity, rule])).toEqual([
    ['error', 'enum-left-behind'],
    ['warning', 'rows-left-behind'],
    ['notice', 'extension-left-behind'],
  ]);
  const three = facts([a, b, c], {
    roundTrips: [c, a, b].map((one) => roundTrip(one.id, { trace: [isNew('view', 'v')] })),
  });
  expect(judged(three).findings.map(({ revision }) => revision)).toEqual(['a', 'b', 'c']);
});

test.each([
  ['error', 'failed'],
  ['warning', 'failed'],
  ['notice', 'failed'],
  ['never', 'passed'],
] as const)('with an error and fail-on %s: %s', (failOn, verdict) => {
  expect(judged(broken, { failOn }).verdict).toBe(verdict);
});

test('a warning fails a check that fails on warnings, and only that', () => {
  const doubled = trip(a, { rowsAfterDowngrade: [rows(0, 1)], rowsAfterReupgrade: [rows(1, 2)] });
  expect(judged(doubled).verdict).toBe('passed');
  expect(judged(doubled, { failOn: 'warning' }).verdict).toBe('failed');
});

test('the severity of the settings stands, off means silent, and both are in the summary', () => {
  const rulesOf = (severity: Severity | 'off') => judged(broken, { rules: { 'enum-left-behind': severity } });
  expect(rulesOf('notice').findings.find(({ rule }) => rule === 'enum-left-behind')?.severity).toBe('notice');
  expect(rulesOf('notice').rules.find(({ id }) => id === 'enum-left-behind')?.severity).toBe('notice');
  expect(rulesOf('off').findings.map(({ rule }) => rule)).not.toContain('enum-left-behind');
  expect(rulesOf('off').rules.find(({ id }) => id === 'enum-left-behind')?.severity).toBe('error');
  expect(judged(broken).rules.find(({ id }) => id === 'enum-left-behind')?.severity).toBe('error');
  expect(rulesOf('off').verdict).toBe('passed');
  expect(coverageOf(broken, 'enum-left-behind', { rules: { 'enum-left-behind': 'off' } })).toEqual({
    rule: 'enum-left-behind',
    state: 'off',
  });
});

test('a rule that is off unless asked for is asked nothing, until the settings give it a severity', () => {
  const rule = 'missing-lock-timeout';
  expect(coverageOf(broken, rule)).toEqual({ rule, state: 'off', optIn: true });
  const asked = { rules: { [rule]: 'warning' } } as const;
  expect(coverageOf(broken, rule, asked)).toMatchObject({ state: expect.not.stringMatching('off') });
  expect(judged(broken, asked).rules.find(({ id }) => id === rule)?.severity).toBe('warning');
});

test('what could not be looked at makes a check incomplete, when nothing fails it', () => {
  expect(judged(failedUpgrade).verdict).toBe('failed');
  expect(judged(failedUpgrade, { rules: { 'upgrade-fails': 'warning' } }).verdict).toBe('incomplete');
});

test('a revision that was not reached is enough for that', () => {
  const notReached = {
    what: 'revision',
    revision: id('b'),
    blockedBy: id('a'),
    why: 'it needs a, whose upgrade fails',
  } as const;
  expect(judged(facts([a, b], { notObserved: [notReached] })).verdict).toBe('incomplete');
});

test('a rehearsal that --to rules out is not missed', () => {
  const upTo = { what: 'rehearsal', why: 'it would go past --to' } as const;
  const seen = facts([a], { notObserved: [upTo] });
  expect(judged(seen).verdict).toBe('incomplete');
  expect(
    judged({
      ...seen,
      plan: {
        ...seen.plan,
        leftOut: [{ revision: id('b'), because: 'beyond', why: 'not needed for --to a' }],
      },
    }).verdict,
  ).toBe('passed');
});

test('a downgrade that is declared irreversible is listed and leaves the verdict alone', () => {
  const refuses = {
    ...roundTrip('a'),
    downgrade: move('downgrade', 'a', { failure: sqlFailure('P0001', 'no way back') }),
  };
  const seen = facts([irreversible('a', 'the old values are gone')], {
    roundTrips: [refuses],
    notObserved: [{ what: 'reupgrade', revision: id('a'), why: 'the downgrade fails' }],
  });
  expect(judged(seen).verdict).toBe('passed');
  expect(judged(seen).findings).toEqual([]);
  expect(coverageOf(seen, 'missing-downgrade')).toMatchObject({
    notChecked: ['a: declared irreversible: the old values are gone'],
  });
});

test('coverage says what each rule looked at, what not, and why', () => {
  expect(judged(facts([a, b])).coverage.map(({ rule }) => rule)).toEqual(rules.map(([rule]) => rule));
  expect(coverageOf(facts([a, b]), 'downgrade-fails')).toEqual({
    rule: 'downgrade-fails',
    state: 'checked',
    subjects: 2,
    notChecked: [],
  });
  expect(coverageOf(failedUpgrade, 'downgrade-fails')).toEqual({
    rule: 'downgrade-fails',
    state: 'checked',
    subjects: 2,
    notChecked: ['b: the upgrade fails', 'c: it needs b, whose upgrade fails'],
  });
  expect(coverageOf(failedUpgrade, 'head-not-reached')).toEqual({
    rule: 'head-not-reached',
    state: 'not-checked',
    why: 'the upgrade of b fails by itself',
  });
  expect(coverageOf(failedUpgrade, 'chain-fails')).toMatchObject({ state: 'not-checked' });
});

test('what was not observed is told by the revision, else by what it was', () => {
  const why = 'it took too long';
  const seen = facts([a, b], {
    notObserved: [
      { what: 'reupgrade', why },
      { what: 'reupgrade', revision: id('b'), why },
    ],
  });
  expect(coverageOf(seen, 'reupgrade-fails')).toMatchObject({
    notChecked: [`reupgrade: ${why}`, `b: ${why}`],
  });
});

test('a chain that nobody could walk makes a check incomplete', () => {
  const seen = facts([a], { notObserved: [{ what: 'chain', why: 'a does not come back' }] });
  expect(judged(seen).verdict).toBe('incomplete');
  const only = facts([a], { notObserved: [{ what: 'models', why: 'there are none' }] });
  expect(judged(only).verdict).toBe('passed');
});

test('that an upgrade in one go was not made is missed, unless --to rules it out', () => {
  const seen = facts([a], { notObserved: [{ what: 'rehearsal', why: 'no' }] });
  const leftOut = (because: 'applied' | 'beyond'): Facts => ({
    ...seen,
    plan: { ...seen.plan, leftOut: [{ revision: id('b'), because, why: '' }] },
  });
  expect(judged(leftOut('applied')).verdict).toBe('incomplete');
  expect(judged(leftOut('beyond')).verdict).toBe('passed');
});

test('of a history that was not read no rule on the whole of it has anything to say', () => {
  const from = facts([]);
  const unread: Facts = { ...from, plan: { ...from.plan, scope: 'changed', untouchedSince: 'origin/main' } };
  expect(judged(unread)).toMatchObject({ verdict: 'passed', findings: [] });
  expect(coverageOf(unread, 'empty-history')).toEqual({
    rule: 'empty-history',
    state: 'not-checked',
    why: 'no migration was changed since origin/main',
  });
  expect(coverageOf(unread, 'missing-downgrade')).toMatchObject({ state: 'checked', subjects: 0 });
});

test('a change without migrations passes, and every rule has looked at nothing', () => {
  const outOfScope: Facts = {
    ...facts([a], { roundTrips: [], chain: undefined, rehearsal: undefined } as never),
    plan: {
      scope: 'all',
      steps: [],
      leftOut: [{ revision: id('a'), because: 'unchanged', why: 'not changed' }],
    },
  };
  expect(judged(outOfScope)).toMatchObject({ verdict: 'passed', findings: [] });
  expect(coverageOf(outOfScope, 'downgrade-fails')).toMatchObject({ state: 'checked', subjects: 0 });
});

test('fingerprints do not change with line numbers, and tell findings apart', () => {
  const moved: Facts = {
    ...broken,
    graph: graph(
      ...[a, b, c].map((one) =>
        revision(one.id, one.parents, {
          downgrade: { shape: 'acts', place: { file: one.place.file, line: 90 } },
        }),
      ),
    ),
  };
  const of = (findings: readonly Finding[]) => findings.map(({ fingerprint }) => fingerprint);
  expect(of(judged(moved).findings)).toEqual(of(judged(broken).findings));
  expect(judged(moved).findings[0]?.place.line).toBe(90);
  expect(new Set(of(judged(broken).findings)).size).toBe(3);
  expect(of(judged(broken).findings)[0]).toMatch(/^[0-9a-f]{20}$/);
});

test('two findings of one rule in one revision have fingerprints of their own', () => {
  const place = { file: 'versions/a.py', line: 3 };
  const twice = revision('a', [], {
    directives: ['skip', 'leave'].map((keyword) => ({ keyword, text: '', place })),
  });
  const fingerprints = judged(facts([twice])).findings.map(({ fingerprint }) => fingerprint);
  expect(new Set(fingerprints).size).toBe(2);
});

test('findings that belong to no revision are told apart by their files', () => {
  const faults = ['a', 'b'].map((name) => {
    const place = { file: `versions/${name}.py`, line: 1 };
    return { kind: 'unloadable', place, error: 'SyntaxError', message: 'no' } as const;
  });
  const { findings } = judged({ ...facts([a]), graph: { ...graph(a), faults } });
  expect(findings.map(({ rule }) => rule)).toEqual(['unloadable-revision', 'unloadable-revision']);
  expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(2);
});

test('edits are those of findings, and none where there is nothing to try', () => {
  const { findings, edits } = judged(broken);
  const prints = findings.map(({ fingerprint }) => fingerprint);
  for (const [fingerprint, edit] of edits) {
    expect(prints).toContain(fingerprint);
    expect(edit).toBeDefined();
  }
});

test('the same facts give the same judgement, after a trip through JSON too', () => {
  expect(judged(JSON.parse(JSON.stringify(broken)) as Facts)).toEqual(judged(broken));
});

test('one fault gives one finding, whatever follows from it', () => {
  const everything = trip(a, {
    trace: [isNew('table', 'tags', 'DROP TABLE tags')],
    reupgrade: move('upgrade', 'a', { failure: sqlFailure('42P07', 'relation "tags" already exists') }),
    drift: [isNew('table', 'tags2')],
    rowsAfterDowngrade: [{ ...rows(0, 3), table: 'tags' }],
  });
  expect(judged(everything).findings.map(({ rule }) => rule)).toEqual(['downgrade-leaves-trace']);
});
