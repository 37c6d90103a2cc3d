import '../support/sql.ts';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import type { Facts } from '../../src/model/report.ts';
import type { Directive, Revision } from '../../src/model/revision.ts';
import type { Baseline, BaselineEntry } from '../../src/model/suppression.ts';
import { type JudgeSettings, judge, recordable } from '../../src/rules/judge.ts';
import { facts, isNew, move, roundTrip, sqlFailure, trip } from '../support/facts.ts';
import { graph, id, revision } from '../support/graph.ts';

const file = 'versions/a.py';

function judged(from: Facts, settings: Partial<JudgeSettings> = {}) {
  return judge(from, { failOn: 'error', rules: {}, ...settings });
}

const rulesOf = (findings: readonly Finding[]): readonly string[] => findings.map(({ rule }) => rule);
const counted = (findings: readonly Finding[]): readonly string[] =>
  rulesOf(findings.filter(({ suppressed }) => !suppressed));

/** `# migrate-check: ignore[...]` on a line, about the file or about some lines. */
const ignore = (line: number, text: string, about?: readonly [number, number]): Directive => ({
  keyword: 'ignore',
  text,
  place: { file, line },
  covers: about
    ? { what: 'statement', place: { file, line: about[0], endLine: about[1] } }
    : { what: 'file', place: { file } },
});

/** A revision whose upgrade fails on line 15, with some comments. */
function failing(...directives: readonly Directive[]): Facts {
  const place = { file, line: 15 };
  const upgrade = move('upgrade', 'a', { failure: sqlFailure('42601', 'syntax error', { place }) });
  return trip(revision('a', [], { directives }), { upgrade });
}

describe('a comment', () => {
  test('lets pass what is reported on its lines: listed with its reason, and not counted', () => {
    const { findings, verdict } = judged(failing(ignore(13, '[upgrade-fails] it is known', [14, 16])));
    expect(verdict).toBe('passed');
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      rule: 'upgrade-fails',
      severity: 'error',
      suppressed: { by: 'comment', reason: 'it is known', place: { file, line: 13 } },
    });
  });

  test.each([
    ['on the line below', [16, 17]],
    ['on the line above', [12, 14]],
  ] as const)('does not reach what is %s', (_, lines) => {
    const { findings, verdict } = judged(failing(ignore(13, '[upgrade-fails] it is known', lines)));
    expect(verdict).toBe('failed');
    expect(rulesOf(findings)).toEqual(['upgrade-fails', 'unused-suppression']);
  });

  test('is not called unused where its statement was never reached', () => {
    const { findings } = judged(failing(ignore(16, '[drop-table] it is unread', [17, 17])));
    expect(rulesOf(findings)).toEqual(['upgrade-fails']);
  });

  test('is about its own file', () => {
    const other = revision('b', ['a'], { directives: [ignore(13, '[upgrade-fails] x', [15, 15])] });
    const from = failing();
    const two = { ...from, graph: graph(...from.graph.revisions, elsewhere(other)) };
    expect(counted(judged(two).findings)).toContain('upgrade-fails');
  });

  test('of the file reaches what its revision is reported for in another file', () => {
    const place = { file: 'shop/helpers.py', line: 3 };
    const upgrade = move('upgrade', 'a', { failure: sqlFailure('42601', 'syntax error', { place }) });
    const of = (directive: Directive) =>
      judged(trip(revision('a', [], { directives: [directive] }), { upgrade }));
    expect(of(ignore(1, '[upgrade-fails] known')).verdict).toBe('passed');
    expect(of(ignore(1, '[upgrade-fails] known', [1, 30])).verdict).toBe('failed');
  });

  test('lets pass the rules that it names, and no other', () => {
    const { findings, verdict } = judged(failing(ignore(13, '[several-heads] known', [14, 16])));
    expect(verdict).toBe('failed');
    expect(rulesOf(findings)).toEqual(['upgrade-fails', 'unused-suppression']);
    const both = judged(failing(ignore(13, '[several-heads,  upgrade-fails] known', [14, 16])));
    expect(counted(both.findings)).toEqual(['unused-suppression']);
  });

  test('lets nothing pass without a reason, and the gate stays shut', () => {
    const { findings, verdict } = judged(failing(ignore(13, '[upgrade-fails]', [14, 16])));
    expect(verdict).toBe('failed');
    expect(counted(findings).toSorted()).toEqual(['suppression-without-reason', 'upgrade-fails']);
  });

  test('that is nearest wins, wherever it stands; the farther one is unused', () => {
    const near = ignore(14, '[upgrade-fails] near', [15, 15]);
    const far = ignore(10, '[upgrade-fails] far', [11, 30]);
    for (const directives of [
      [near, far, ignore(1, '[upgrade-fails] file')],
      [ignore(1, '[upgrade-fails] file'), far, near],
    ]) {
      const { findings } = judged(failing(...directives));
      expect(findings.flatMap(({ suppressed }) => suppressed?.reason ?? [])).toEqual(['near']);
      expect(counted(findings)).toEqual(['unused-suppression', 'unused-suppression']);
    }
  });

  test('that does not hold leaves it to the next', () => {
    const { findings } = judged(
      failing(ignore(14, '[upgrade-fails]', [15, 15]), ignore(1, '[upgrade-fails] file')),
    );
    expect(findings.flatMap(({ suppressed }) => suppressed?.reason ?? [])).toEqual(['file']);
    expect(counted(findings)).toEqual(['suppression-without-reason']);
  });

  test('cannot let pass what is said of itself', () => {
    const own = '[suppression-without-reason, unknown-rule-suppressed, unused-suppression, bad-directive]';
    const { findings, verdict } = judged(
      failing(ignore(1, `${own} quiet`), ignore(13, '[upgrade-fails]', [14, 16]), ignore(12, '[no-rule] x')),
    );
    expect(verdict).toBe('failed');
    expect(findings.filter(({ suppressed }) => suppressed)).toEqual([]);
    expect(new Set(counted(findings))).toEqual(
      new Set([
        'upgrade-fails',
        'suppression-without-reason',
        'unknown-rule-suppressed',
        'unused-suppression',
      ]),
    );
  });

  test('or baseline cannot let pass what a comment says wrongly', () => {
    const place = { file, line: 4 };
    const from = trip(
      revision('a', [], {
        directives: [ignore(1, '[bad-directive] quiet'), { keyword: 'skip', text: '', place }],
      }),
      {},
    );
    const { findings } = judged(from);
    expect(counted(findings)).toEqual(['bad-directive', 'unused-suppression']);
    const entries = findings.map(({ rule, place, fingerprint }) => ({
      rule,
      file: place.file,
      fingerprint,
      about: '',
    }));
    expect(judged(from, { baseline: { file: 'base.json', entries } }).verdict).toBe('failed');
  });

  test('in a revision out of scope holds, and nothing is said of it', () => {
    const from = failing(
      ignore(13, '[upgrade-fails] known', [14, 16]),
      ignore(12, '[several-heads]', [14, 16]),
    );
    const passedThrough: Facts = {
      ...from,
      plan: { scope: 'changed', steps: [{ kind: 'upgrade', revision: id('a') }], leftOut: [] },
      observations: {
        ...from.observations,
        roundTrips: [],
        passedThrough: from.observations.roundTrips.map(({ upgrade }) => upgrade),
      },
    };
    const { findings } = judged(passedThrough);
    expect(findings.map(({ rule, suppressed }) => [rule, suppressed?.by])).toEqual([
      ['upgrade-fails', 'comment'],
    ]);
  });
});

/** The same revision with comments that stand in its own file. */
const elsewhere = (one: Revision): Revision => ({
  ...one,
  directives: one.directives.map((directive) => ({
    ...directive,
    place: { ...directive.place, file: one.place.file },
    covers: { what: 'statement', place: { file: one.place.file, line: 15, endLine: 15 } },
  })),
});

describe('an entry of the settings', () => {
  const entry = { path: 'versions/a.py', rules: ['upgrade-fails'], reason: 'known' };

  test.each([
    ['versions/a.py', true],
    ['a.py', true],
    ['*.py', true],
    ['**', true],
    ['versions/*.py', true],
    ['versions', false],
    ['b.py', false],
    ['/versions/a.py', false],
    ['ersions/a.py', false],
  ])('for %s: %s', (path, isLetPass) => {
    const { findings } = judged(failing(), { ignore: [{ ...entry, path }] });
    expect(findings.some(({ suppressed }) => suppressed)).toBe(isLetPass);
  });

  test('names the line that it is written on, its reason and its last day', () => {
    const place = { file: 'migrate-check.yml', line: 7 };
    const { findings, verdict } = judged(failing(), {
      ignore: [{ ...entry, until: '2027-01-31', place }],
      today: '2027-01-31',
    });
    expect(verdict).toBe('passed');
    expect(findings.map(({ suppressed }) => suppressed)).toEqual([
      { by: 'settings', place, reason: 'known', until: '2027-01-31' },
    ]);
  });

  test('lets nothing pass after its last day, which is an error as long as there is something', () => {
    const { findings, verdict } = judged(failing(), {
      ignore: [{ ...entry, until: '2027-01-31' }],
      today: '2027-02-01',
    });
    expect(verdict).toBe('failed');
    expect(counted(findings).toSorted()).toEqual(['expired-suppression', 'upgrade-fails']);
    const expired = findings.find(({ rule }) => rule === 'expired-suppression');
    expect(expired).toMatchObject({ severity: 'error', place: { file: 'shop/alembic.ini' } });
    expect(expired?.message).toContain('upgrade-fails is reported again');
  });

  test('gives way to a comment', () => {
    const { findings } = judged(failing(ignore(1, '[upgrade-fails] in the file')), { ignore: [entry] });
    expect(findings.map(({ rule, suppressed }) => [rule, suppressed?.by])).toEqual([
      ['upgrade-fails', 'comment'],
      ['unused-suppression', undefined],
    ]);
  });
});

describe('a baseline', () => {
  const left = facts([revision('a'), revision('b', ['a'])], {
    roundTrips: ['a', 'b'].map((name) => roundTrip(name, { trace: [isNew('table', `t_${name}`)] })),
  });
  const recorded = (from: Facts, settings: Partial<JudgeSettings> = {}): Baseline => ({
    file: '.migrate-check-baseline.json',
    entries: recordable(judged(from, settings)),
  });

  test('of today lets everything pass tomorrow, and says how much', () => {
    const { findings, verdict, baseline } = judged(left, { baseline: recorded(left) });
    expect(verdict).toBe('passed');
    expect(rulesOf(findings)).toEqual(['downgrade-leaves-trace', 'downgrade-leaves-trace']);
    expect(findings.map(({ suppressed }) => suppressed)).toEqual([
      { by: 'baseline', reason: 'recorded in .migrate-check-baseline.json' },
      { by: 'baseline', reason: 'recorded in .migrate-check-baseline.json' },
    ]);
    expect(baseline).toEqual({
      file: '.migrate-check-baseline.json',
      letPass: 2,
      fixed: [],
      notChecked: [],
    });
  });

  test('is sorted, and has a few words for a reader', () => {
    const { entries } = recorded(left);
    expect(entries.map(({ file, rule }) => [file, rule])).toEqual([
      ['versions/a.py', 'downgrade-leaves-trace'],
      ['versions/b.py', 'downgrade-leaves-trace'],
    ]);
    for (const { about } of entries) expect(about).toMatch(/^After the downgrade of [ab] .{20,60} …$/);
    expect(recordable({ findings: judged(left).findings.toReversed() })).toEqual(entries);
  });

  test('does not know what is new: that stays red', () => {
    const one = recorded(left).entries.filter(({ file }) => file === 'versions/a.py');
    const { findings, verdict } = judged(left, { baseline: { file: 'base.json', entries: one } });
    expect(verdict).toBe('failed');
    expect(findings.filter(({ suppressed }) => !suppressed).map(({ revision }) => revision)).toEqual(['b']);
  });

  test('lets pass as many findings with one fingerprint as it has entries', () => {
    const [entry] = recorded(left).entries as [BaselineEntry];
    const three = { file: 'base.json', entries: [entry, entry, entry] };
    expect(judged(left, { baseline: three }).baseline).toMatchObject({ letPass: 1, fixed: [entry, entry] });
  });

  test('says what is fixed, and the next one has it no more', () => {
    const mended = facts([revision('a'), revision('b', ['a'])], {
      roundTrips: [roundTrip('a'), roundTrip('b', { trace: [isNew('table', 't_b')] })],
    });
    const after = judged(mended, { baseline: recorded(left) });
    expect(after.baseline?.fixed.map(({ file }) => file)).toEqual(['versions/a.py']);
    expect(recordable(after).map(({ file }) => file)).toEqual(['versions/b.py']);
  });

  test('keeps what nobody looked for: out of scope, rule off, not reached', () => {
    const baseline = recorded(left);
    const off = judged(left, { baseline, rules: { 'downgrade-leaves-trace': 'off' } });
    expect(off.baseline).toMatchObject({ fixed: [], notChecked: baseline.entries });
    expect(recordable(off)).toEqual(baseline.entries);
    const onlyB = judged(
      {
        ...facts([revision('a'), revision('b', ['a'])]),
        plan: {
          scope: 'changed',
          steps: [
            { kind: 'upgrade', revision: id('a') },
            { kind: 'round-trip', revision: id('b') },
          ],
          leftOut: [],
        },
      },
      { baseline },
    );
    expect(onlyB.baseline?.notChecked.map(({ file }) => file)).toEqual(['versions/a.py']);
    expect(onlyB.baseline?.fixed.map(({ file }) => file)).toEqual(['versions/b.py']);
  });

  test('a revision that is gone from a history that was looked at is fixed', () => {
    const onlyA = facts([revision('a')], {
      roundTrips: [roundTrip('a', { trace: [isNew('table', 't_a')] })],
    });
    expect(judged(onlyA, { baseline: recorded(left) }).baseline?.fixed.map(({ file }) => file)).toEqual([
      'versions/b.py',
    ]);
  });

  test('has nothing about suppressions, and nothing that they let pass', () => {
    const from = failing(
      ignore(1, '[upgrade-fails] known'),
      ignore(2, '[several-heads]'),
      ignore(3, '[nix] x'),
    );
    expect(counted(judged(from).findings)).toEqual(['suppression-without-reason', 'unknown-rule-suppressed']);
    expect(recorded(from).entries).toEqual([]);
    const forged = judged(from).findings.map(({ rule, place, fingerprint }) => ({
      rule,
      file: place.file,
      fingerprint,
      about: '',
    }));
    const { findings } = judged(from, { baseline: { file: 'base.json', entries: forged } });
    expect(findings.filter(({ suppressed }) => suppressed?.by === 'baseline')).toEqual([]);
  });
});

describe('an entry for no revision is called unused only where all was looked at', () => {
  const ignore = [{ path: 'shop/env.py', rules: ['upgrade-fails', 'chain-fails'], reason: 'known' }];
  const unusedIn = (from: Facts): boolean =>
    judged(from, { ignore }).findings.some(({ rule }) => rule === 'unused-suppression');
  const two = facts([revision('a'), revision('b', ['a'])]);

  test('the whole history was', () => expect(unusedIn(two)).toBe(true));

  test.each([
    ['one revision is out of scope', { plan: { ...two.plan, steps: two.plan.steps.slice(1) } }],
    [
      'one file is no revision',
      {
        graph: {
          ...two.graph,
          faults: [
            { kind: 'unloadable', place: { file: 'versions/c.py', line: 1 }, error: 'E', message: 'm' },
          ],
        },
      },
    ],
    [
      'a part was not seen, of whatever revision',
      { observations: { ...two.observations, notObserved: [{ what: 'chain', why: 'it was cut off' }] } },
    ],
  ] as const)('not where %s', (_, more: Partial<Facts>) => {
    const only = [{ path: 'shop/env.py', rules: ['chain-fails'], reason: 'known' }];
    const { findings } = judged({ ...two, ...more }, { ignore: only });
    expect(rulesOf(findings)).not.toContain('unused-suppression');
  });

  test('nor a comment, where a rule could not say of which revision it did not look', () => {
    const from = facts([revision('a', [], { directives: [ignoreOne] })]);
    expect(counted(judged(from).findings)).toEqual(['unused-suppression']);
    const notObserved = [{ what: 'revision', why: 'nobody knows which' }] as const;
    const unclear = { ...from, observations: { ...from.observations, notObserved } };
    expect(counted(judged(unclear).findings)).toEqual([]);
  });
});

const ignoreOne = ignore(13, '[upgrade-fails] known', [14, 16]);
