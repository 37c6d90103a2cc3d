import '../support/sql.ts';
import { describe, expect, test } from 'vitest';
import type { Facts } from '../../src/model/report.ts';
import type { Directive, Revision } from '../../src/model/revision.ts';
import { facts, move, sqlFailure, trip } from '../support/facts.ts';
import { graph, id, revision } from '../support/graph.ts';
import { counted, failing, file, ignore, judged, rulesOf } from './suppressed.ts';

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
