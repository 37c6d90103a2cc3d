import '../support/sql.ts';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import type { Facts } from '../../src/model/report.ts';
import type { GraphFault, Revision } from '../../src/model/revision.ts';
import { judge } from '../../src/rules/judge.ts';
import type { Proposal } from '../../src/rules/rule.ts';
import { facts } from '../support/facts.ts';
import { graph, id, revision } from '../support/graph.ts';

/** What one rule reports, each with its edit. */
function reported(rule: string, from: Facts): readonly (Finding & { readonly edit: Proposal | undefined })[] {
  const { findings, edits } = judge(from, { failOn: 'error', rules: {} });
  return findings
    .filter((finding) => finding.rule === rule)
    .map((finding) => ({ ...finding, edit: edits.get(finding.fingerprint) }));
}
const headsOf = (from: Facts) => reported('several-heads', from);
const faultsOf = (from: Facts) => reported('broken-graph', from);

/** The text of a revision's file. */
const text = (own: string, parent: string): string =>
  `"""${own}\n\nRevision ID: ${own}\nRevises: ${parent}\n"""\nrevision = "${own}"\ndown_revision = "${parent}"\n`;
const written = (own: string, parent: string): Revision =>
  revision(own, [parent], { source: text(own, parent) });
const round = (name: string) => ({ kind: 'round-trip', revision: id(name) }) as const;

describe('the head that a change adds', () => {
  const forked = [revision('a'), written('b', 'a'), written('c', 'a')];
  const inChange = (revisions: readonly Revision[], ...own: readonly string[]): Facts =>
    facts(revisions, {}, { plan: { scope: 'changed', steps: own.map(round), leftOut: [] } });

  test.each([
    ['b', 'c'],
    ['c', 'b'],
  ])('is put on top of the other one: %s on %s', (own, below) => {
    expect(headsOf(inChange(forked, own))).toMatchObject([
      {
        edit: {
          file: `versions/${own}.py`,
          startLine: 4,
          after: [`Revises: ${below}`, '"""', `revision = "${own}"`, `down_revision = "${below}"`],
        },
      },
    ]);
  });

  test('is put there by its first revision', () => {
    const longer = [...forked, written('d', 'c')];
    expect(headsOf(inChange(longer, 'c', 'd'))).toMatchObject([
      { edit: { file: 'versions/c.py', after: expect.arrayContaining(['down_revision = "b"']) } },
    ]);
  });

  test.each([
    ['both are of the change', inChange(forked, 'b', 'c')],
    ['none is', inChange(forked, 'a')],
    ['two of three are', inChange([...forked, written('d', 'a')], 'c', 'd')],
    ['there are three', inChange([...forked, written('d', 'a')], 'd')],
    ['its line begins twice', inChange([...forked, written('d', 'a'), revision('m', ['c', 'd'])], 'm')],
    [
      'its first revision joins others',
      inChange([revision('a'), revision('z'), revision('b', ['a']), revision('m', ['a', 'z'])], 'm'),
    ],
    [
      'nobody says what the change is',
      facts(forked, {}, { plan: { scope: 'all', steps: [round('c')], leftOut: [] } }),
    ],
  ])('has no edit where %s', (_, from) => {
    expect(headsOf(from).map(({ edit }) => edit)).toEqual([undefined]);
  });

  test('is the same fault, whichever of the others is of the change, too', () => {
    const printOf = (revisions: readonly Revision[], ...own: readonly string[]) =>
      headsOf(inChange(revisions, ...own)).map(({ fingerprint }) => fingerprint);
    const three = [...forked, written('d', 'a')];
    expect(printOf(three, 'b', 'd')).toEqual(printOf(three, 'd'));
    expect(printOf(three, 'd')).not.toEqual(printOf([three[0], three[1], three[3]] as Revision[], 'd'));
  });
});

test('faults make heads of their own, so that only one head can be told to be the only one', () => {
  const [a, b] = [revision('a'), revision('b')];
  const missing = { kind: 'missing-parent', child: id('x'), parent: 'y', place: { file: 'x.py' } } as const;
  const coverageOf = (...revisions: readonly Revision[]) => {
    const from = facts(revisions, {}, { graph: { ...graph(...revisions), faults: [missing] } });
    return judge(from, { failOn: 'error', rules: {} }).coverage.find(({ rule }) => rule === 'several-heads');
  };
  expect(coverageOf(a)).toMatchObject({ state: 'checked', notChecked: [] });
  expect(coverageOf(a, b)).toMatchObject({ notChecked: [expect.stringContaining('faults')] });
});

describe('a revision whose parent has got another child meanwhile', () => {
  const onBase = (...newer: readonly (readonly [string, string])[]) => ({
    base: {
      ref: 'origin/main',
      edited: [],
      newer: newer.map(([own, parent]) => ({ file: `versions/${own}.py`, text: text(own, parent) })),
    },
  });
  const stale = (...newer: readonly (readonly [string, string])[]) =>
    reported('stale-down-revision', facts([revision('a'), written('b', 'a')], {}, onBase(...newer)));

  test('goes on top of the newest that the base ref has, which only both together can show', () => {
    expect(stale(['e', 'c'], ['c', 'a'])).toMatchObject([
      {
        edit: {
          file: 'versions/b.py',
          withBase: true,
          after: expect.arrayContaining(['down_revision = "e"']),
        },
      },
    ]);
  });

  test('ends where what the base ref has goes round in a circle', () => {
    expect(stale(['c', 'a'], ['d', 'c'], ['c', 'd'])).toMatchObject([
      { edit: { after: expect.arrayContaining(['down_revision = "c"']) } },
    ]);
  });

  test('has no edit where its own parent is no literal', () => {
    const b = revision('b', ['a'], { source: 'down_revision = parent()' });
    const from = facts([revision('a'), b], {}, onBase(['c', 'a']));
    expect(reported('stale-down-revision', from).map(({ edit }) => edit)).toEqual([undefined]);
  });
});

describe('the number that two files have', () => {
  const known = [written('0001', 'None'), written('0007', '0001'), revision('12ab')];
  const files = (...names: readonly string[]) =>
    names.map((name) => ({ file: `versions/${name}.py`, line: 6 }));
  const twice = (more: Partial<GraphFault>, unusable: readonly string[] | undefined): Facts => {
    const from = facts(known);
    const fault = {
      kind: 'duplicate-id',
      id: id('0008'),
      places: files('theirs', 'mine'),
      sources: [text('0008', '0007'), text('0008', '0007')],
      ...more,
    } as GraphFault;
    const plan = { ...from.plan, ...(unusable ? { unusable } : {}) };
    return { ...from, plan, graph: { ...graph(...known), faults: [fault] } };
  };

  test.each(['mine', 'theirs'])('is followed by the next one in the file of the change: %s', (name) => {
    const from = twice({}, [`versions/${name}.py`]);
    expect(faultsOf(from)).toMatchObject([
      {
        place: { file: `versions/${name}.py` },
        edit: {
          file: `versions/${name}.py`,
          after: ['Revision ID: 0009', 'Revises: 0008', '"""', 'revision = "0009"', 'down_revision = "0008"'],
          hides: ['number-prefix'],
        },
      },
    ]);
  });

  test('is the one after the greatest', () => {
    const from = twice({ id: id('0003'), sources: [text('0003', '0001'), text('0003', '0001')] }, [
      'versions/mine.py',
    ]);
    expect(faultsOf(from)[0]?.edit?.after).toContain('revision = "0008"');
  });

  const three = { places: files('a', 'b', 'mine'), sources: ['', '', ''].map(() => text('0008', '0007')) };
  test.each([
    ['nobody says what the change is', {}, undefined],
    ['neither is of the change', {}, []],
    ['both are', {}, ['versions/mine.py', 'versions/theirs.py']],
    ['there are three', three, ['versions/mine.py']],
    ['the texts are not known', { sources: [] }, ['versions/mine.py']],
    [
      'the other has another parent',
      { sources: [text('0008', '0007'), text('0008', '0001')] },
      ['versions/theirs.py'],
    ],
  ])('has no edit where %s', (_, more, unusable) => {
    const from = twice(more, unusable);
    expect(faultsOf(from).map(({ edit }) => edit)).toEqual([undefined]);
  });
});
