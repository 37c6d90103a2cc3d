import '../support/sql.ts';
import { describe, expect, test } from 'vitest';
import type { Facts } from '../../src/model/report.ts';
import type { Baseline, BaselineEntry } from '../../src/model/suppression.ts';
import { type JudgeSettings, recordable } from '../../src/rules/judge.ts';
import { facts, isNew, roundTrip } from '../support/facts.ts';
import { id, revision } from '../support/graph.ts';
import { counted, failing, ignore, judged, rulesOf } from './suppressed.ts';

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
