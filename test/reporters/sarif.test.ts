import { gzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import type { RuleId } from '../../src/model/finding.ts';
import type { Report } from '../../src/model/report.ts';
import { sarif } from '../../src/reporters/sarif.ts';
import { rules } from '../../src/rules/index.ts';
import { loadSql } from '../../src/sql/engine.ts';
import { move, roundTrip } from '../support/facts.ts';
import { bigReport } from './big-report.ts';
import { example } from './example.ts';
import { hostileReport } from './hostile/report.ts';
import { hostileStrings, inWords } from './hostile/strings.ts';
import { findingOf, how, small } from './support/documents.ts';
import { againstSarif } from './support/multitool.ts';
import { resultsIn, runOf, stringsIn } from './support/sarif.ts';

await loadSql();

/** Microsoft's checker is a large program to start. */
vi.setConfig({ testTimeout: 120_000 });

const render = (report: Report, budget?: number): string =>
  sarif.render(report, budget === undefined ? how : { ...how, budget });
const run = (report: Report) => runOf(render(report));
const of = (...findings: Report['findings']) => resultsIn(render({ ...small, findings }));

describe('a small report', () => {
  test('word for word', async () => {
    const text = JSON.stringify(JSON.parse(render(small)), null, 2);
    await expect(`${text}\n`).toMatchFileSnapshot('goldens/sarif.json');
  });

  test('describes the rules that were asked, and each result names its own', () => {
    const { tool, results } = run(small);
    const off = small.coverage.filter(({ state }) => state === 'off').length;
    expect(tool.driver.rules).toHaveLength(small.rules.length - off);
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  });
});

test('every rule that there is has all that code scanning asks for', async () => {
  const all = {
    ...small,
    findings: [],
    coverage: [],
    rules: rules.map(([id, { meta }]) => ({ id: id as RuleId, ...meta })),
  };
  const described = run(all).tool.driver.rules;
  expect(described).toHaveLength(rules.length);
  for (const { shortDescription, fullDescription, help, helpUri } of described) {
    expect(shortDescription.text.length).toBeLessThanOrEqual(1024);
    expect(fullDescription.text.length).toBeLessThanOrEqual(1024);
    expect(help.text).toContain('What to do: ');
    expect(helpUri).toMatch(
      /^https:\/\/github\.com\/org\/migrate-check\/blob\/v1\.2\.3\/docs\/rules\/[\w-]+\.md$/,
    );
  }
  expect(await againstSarif([render(all)])).toEqual([]);
});

test('the line is reached through the lines that called it', () => {
  const place = { file: 'db/helpers.py', line: 7 };
  const statement = {
    sql: 'SELECT 1',
    place,
    milliseconds: 1,
    calledFrom: [
      { file: 'versions/b.py', line: 14 },
      { file: '../lib/x.py', line: 1 },
      { file: 'db/outer.py', line: 3 },
    ],
  };
  const roundTrips = [roundTrip('b', { upgrade: move('upgrade', 'b', { statements: [statement] }) })];
  const report = {
    ...small,
    observations: { ...small.observations, roundTrips },
    findings: [findingOf('r', { place })],
  };
  const [result] = resultsIn(render(report));
  expect(result?.locations[0]?.physicalLocation.artifactLocation.uri).toBe('db/helpers.py');
  expect(
    result?.relatedLocations?.map(({ id, message, physicalLocation: { artifactLocation, region } }) => [
      id,
      message.text,
      `${artifactLocation.uri}:${region.startLine}`,
    ]),
  ).toEqual([
    [1, 'Called from here', 'versions/b.py:14'],
    [2, 'Called from here', 'db/outer.py:3'],
  ]);
});

test('what is let pass is suppressed, where it was said, after what counts', () => {
  const results = of(
    findingOf('a', {
      suppressed: { by: 'comment', reason: 'empty', place: { file: 'versions/b.py', line: 7 } },
    }),
    findingOf('b', { suppressed: { by: 'baseline', reason: 'recorded' } }),
    findingOf('c', { suppressed: { by: 'settings', reason: 'small', until: '2027-01-31' } }),
    findingOf('d', { severity: 'notice' }),
  );
  expect(results.map(({ ruleId, suppressions }) => [ruleId, suppressions])).toEqual([
    ['d', undefined],
    ['a', [{ kind: 'inSource', status: 'accepted', justification: 'empty' }]],
    ['b', [{ kind: 'external', status: 'accepted', justification: 'recorded' }]],
    ['c', [{ kind: 'external', status: 'accepted', justification: 'small (until 2027-01-31)' }]],
  ]);
  expect(results[1]?.relatedLocations?.[0]?.message.text).toBe('Let pass here');
});

test('severities are levels, and a finding of many lines is at one of them', () => {
  const severities = (['error', 'warning', 'notice'] as const).map((severity) =>
    findingOf('r', { severity, place: { file: 'versions/b c#é.py', line: 3, endLine: 20 } }),
  );
  const results = of(...severities);
  expect(results.map(({ level }) => level)).toEqual(['error', 'warning', 'note']);
  expect(results[0]?.locations[0]?.physicalLocation).toEqual({
    artifactLocation: { uri: 'versions/b%20c%23%C3%A9.py', uriBaseId: '%SRCROOT%' },
    region: { startLine: 3, endLine: 3 },
  });
});

test('a result is known again by a fingerprint that its line has no part in', () => {
  const [one] = of(findingOf('r'));
  const [moved] = of(findingOf('r', { place: { file: 'versions/b.py', line: 80 } }));
  const [first, second] = of(findingOf('r'), findingOf('r'));
  const hash = (result: typeof one) => result?.partialFingerprints.primaryLocationLineHash;
  expect(hash(one)).toMatch(/^[0-9a-f]{16}:1$/);
  expect(hash(moved)).toBe(hash(one));
  expect([hash(first), hash(second)]).toEqual([hash(one), hash(one)?.replace(/1$/, '2')]);
});

test('projects are told apart', () => {
  const idOf = (directory: string) =>
    run({ ...small, project: { ...small.project, directory } }).automationDetails.id;
  expect(idOf('.')).toBe('migrate-check/');
  expect(idOf('services/shop')).toBe('migrate-check/services/shop/');
});

test('what was not looked at is among the notifications', () => {
  const coverage: Report['coverage'] = [
    { rule: small.rules[0]?.id as RuleId, state: 'not-checked', why: 'no server' },
    { rule: small.rules[1]?.id as RuleId, state: 'checked', subjects: 2, notChecked: ['b: no rows'] },
  ];
  const notes = run({ ...small, coverage }).invocations[0]?.toolExecutionNotifications ?? [];
  const texts = notes.map(({ message }) => message.text);
  expect(texts).toContain('Not checked: reupgrade of b: the downgrade fails');
  expect(texts).toContain(`${small.rules[0]?.id} not checked: no server`);
  expect(notes.find(({ message }) => message.text.endsWith('b: no rows'))?.associatedRule?.id).toBe(
    small.rules[1]?.id,
  );
});

describe('the limits of code scanning', () => {
  test('500 findings over 60 revisions are all in it', async () => {
    const text = render(bigReport());
    expect(resultsIn(text)).toHaveLength(500);
    expect(gzipSync(text).length).toBeLessThan(10_000_000);
    expect(await againstSarif([text])).toEqual([]);
  });

  test.each([
    [4999, 4999, undefined],
    [5000, 5000, undefined],
    [5001, 5000, '1 more finding'],
    [6000, 5000, '1000 more findings'],
  ])('of %i findings %i are in it, the worst, and the rest is counted', (findings, inIt, said) => {
    const text = render(bigReport({ findings, revisions: 60 }));
    const results = resultsIn(text);
    expect(results).toHaveLength(inIt);
    expect(results.at(-1)?.message.text).toMatch(new RegExp(`^Finding number ${inIt - 1}:`));
    expect(leftOut(text)).toBe(said);
  });

  test('what is too large is left out from the mildest on, and counted', () => {
    const few = bigReport({ findings: 20, revisions: 2 });
    const size = Buffer.byteLength(render(few));
    expect(render(few, size)).toBe(render(few));
    const less = render(few, size - 1);
    expect(Buffer.byteLength(less)).toBeLessThan(size);
    const left = 20 - resultsIn(less).length;
    expect(left).toBe(1);
    expect(leftOut(less)).toBe('1 more finding');
  });

  test('whatever the budget, it is kept, and no result that had room is missing', () => {
    const few = bigReport({ findings: 20, revisions: 2 });
    const size = Buffer.byteLength(render(few));
    const one = Buffer.byteLength(JSON.stringify(resultsIn(render(few))[0]));
    for (let budget = size - 5 * one; budget <= size; budget += 7) {
      const text = render(few, budget);
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(budget);
      if (resultsIn(text).length < 20) expect(budget - Buffer.byteLength(text)).toBeLessThan(one + 300);
    }
  });

  test('what no compression makes smaller stays below 10 MB', () => {
    const noise = (at: number): string =>
      Array.from({ length: 1200 }, (_, n) =>
        String.fromCodePoint(0x4e00 + ((at * 7919 + n * n * 31) % 20_000)),
      ).join('');
    const findings = Array.from({ length: 5000 }, (_, at) => findingOf('r', { message: noise(at) }));
    const text = render({ ...small, findings });
    const inIt = resultsIn(text).length;
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(9_500_000);
    expect(inIt).toBeGreaterThan(1000);
    expect(leftOut(text)).toBe(`${5000 - inIt} more findings`);
  });
});

const leftOut = (text: string): string | undefined =>
  runOf(text)
    .invocations[0]?.toolExecutionNotifications.map(
      ({ message }) => message.text.match(/^\d+ more findings?/)?.[0],
    )
    .find((said) => said !== undefined);

describe('hostile text', () => {
  const reports = hostileStrings.map(hostileReport);
  const texts = reports.map((report) => render(report));

  test('leaves documents that code scanning takes', async () => {
    // A program is started for each file, so the findings of all strings stand in one; the rest of a report, in a few.
    const all: Report = {
      ...small,
      findings: reports.flatMap(({ findings }) => findings),
      rules: reports.flatMap(({ rules }) => rules),
      coverage: [],
    };
    const some = texts.filter((_, at) => at % 60 === 7);
    const said = await againstSarif([render(example), render(small), render(all), ...some]);
    // The version of whoever wrote the report is a text of its own, and need not begin with a number.
    expect(said.filter((one) => !one.startsWith('SARIF2005 '))).toEqual([]);
  });

  test.each(hostileStrings.map((text, at) => [inWords(text), at] as const))('%s stays a text', (_, at) => {
    const text = texts[at] ?? '';
    const results = resultsIn(text);
    expect(results.map(({ level, suppressions }) => [level, suppressions !== undefined])).toEqual([
      ['error', false],
      ['warning', false],
      ['note', false],
      ['error', true],
    ]);
    for (const { message, locations, relatedLocations = [] } of results) {
      expect(message.text).not.toContain('](');
      for (const { physicalLocation } of [...locations, ...relatedLocations]) {
        const { uri } = physicalLocation.artifactLocation;
        const url = new URL(uri, 'https://root.example/repository/');
        expect(url.href).toBe(`https://root.example/repository/${uri}`);
      }
    }
    for (const one of stringsIn(JSON.parse(text))) {
      expect(one).not.toBe('');
      expect(one).not.toMatch(/[[\p{Cc}\p{Bidi_Control}\p{Cs}]--\n]/v);
    }
    expect(text.length).toBeLessThan(500_000);
  });
});

test('the checker finds what is wrong with another document', async () => {
  const spoilt = render(small).replace(
    /"message":\{"text":"[^"]+"\},"locations"/,
    '"message":{},"locations"',
  );
  expect((await againstSarif([spoilt])).join('\n')).toMatch(/GH\d+|SARIF\d+/);
});
