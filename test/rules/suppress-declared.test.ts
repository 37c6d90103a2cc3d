import { expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import type { Place } from '../../src/model/place.ts';
import type { Covered } from '../../src/model/revision.ts';
import { holds, inComments, inSettings, isOver } from '../../src/rules/support/suppress-declared.ts';
import { facts } from '../support/facts.ts';
import { id, revision } from '../support/graph.ts';
import { ignoring } from './pieces.ts';

const at = (place: Place, of?: string): Finding =>
  ({ rule: 'drop-table', place, ...(of === undefined ? {} : { revision: id(of) }) }) as unknown as Finding;

function comment(covers: Partial<Covered> | 'nothing') {
  const [declared] = inComments(facts([ignoring('a', '[drop-table, drop-column] known', covers)]));
  return declared;
}
const lines = (line: number, endLine: number): Partial<Covered> => ({
  what: 'statement',
  place: { file: 'versions/a.py', line, endLine },
});
const wholeFile: Partial<Covered> = { what: 'file', place: { file: 'versions/a.py' } };

test('a comment on the file is about all that is in it, and all that its revision does elsewhere', () => {
  const declared = comment(wholeFile);
  expect(declared?.covers(at({ file: 'versions/a.py', line: 99 }))).toBe(true);
  expect(declared?.covers(at({ file: 'helpers.py', line: 1 }, 'a'))).toBe(true);
  expect(declared?.covers(at({ file: 'helpers.py', line: 1 }, 'b'))).toBe(false);
});

test('one on lines is about these, both ends included', () => {
  const declared = comment(lines(4, 6));
  const covered = [3, 4, 6, 7].map((line) => declared?.covers(at({ file: 'versions/a.py', line }, 'a')));
  expect(covered).toEqual([false, true, true, false]);
  expect(declared?.covers(at({ file: 'versions/a.py' }, 'a'))).toBe(false);
  expect(declared?.covers(at({ file: 'versions/b.py', line: 5 }, 'a'))).toBe(false);
});

test('the fewer lines it is about the nearer it is; the file is farther, and the settings are farthest', () => {
  const settings = inSettings([{ path: '*.py', rules: ['drop-table'], reason: 'known' }], facts([]));
  const reaches = [lines(90, 91), lines(1, 60), wholeFile].map((covers) => comment(covers)?.reach ?? 0);
  expect(reaches.slice(0, 2)).toEqual([2, 60]);
  const all = [...reaches, settings[0]?.reach ?? 0];
  expect(all.toSorted((a, b) => a - b)).toEqual(all);
  expect(new Set(all).size).toBe(4);
});

test('what a sentence calls it names all its rules', () => {
  expect(comment(wholeFile)?.called).toContain('ignore[drop-table, drop-column]');
  const [entry] = inSettings([{ path: 'a.py', rules: ['x', 'y'], reason: 'known' }], facts([]));
  expect(entry?.called).toContain('x, y in a.py');
  expect(comment('nothing')).toBeUndefined();
});

test('an entry of the settings is about the revisions whose files its path ends in', () => {
  const known = facts([revision('a'), revision('ab', ['a'])]);
  const [entry] = inSettings([{ path: 'versions/a*.py', rules: ['x'], reason: 'known' }], known);
  const [one] = inSettings([{ path: 'b.py', rules: ['x'], reason: 'known' }], known);
  expect(entry?.revisions.map(({ id }) => id)).toEqual(['a', 'ab']);
  expect(one?.revisions).toEqual([]);
  expect(entry?.covers(at({ file: 'shop/versions/a1.py' }))).toBe(true);
  expect(entry?.covers(at({ file: 'shop/versions/old/a1.py' }))).toBe(false);
});

test.each([
  ['2027-01-31', '2027-01-31', false],
  ['2027-01-31', '2027-02-01', true],
  ['2027-01-31', undefined, false],
  [undefined, '2027-02-01', false],
] as const)('until %s, on %s: over is %s', (until, today, expected) => {
  const suppression = { by: 'settings', reason: 'known', ...(until ? { until } : {}) } as const;
  expect(isOver(suppression, today)).toBe(expected);
  const [entry] = inSettings(
    [{ path: 'a.py', rules: ['x'], reason: 'known', ...(until ? { until } : {}) }],
    facts([]),
  );
  expect(entry && holds(entry, today)).toBe(!expected);
});

test('without a reason it never holds', () => {
  const [entry] = inSettings([{ path: 'a.py', rules: ['x'], reason: ' ' }], facts([]));
  expect(entry && holds(entry, undefined)).toBe(false);
});
