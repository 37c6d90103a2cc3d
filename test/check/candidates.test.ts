import { expect, test } from 'vitest';
import { candidatesOf, editOf } from '../../src/check/candidates.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Proposal } from '../../src/rules/rule.ts';
import { findingOf } from '../reporters/support/documents.ts';

const proposal: Proposal = { file: 'a.py', startLine: 1, endLine: 1, before: ['a'], after: ['a', 'b'] };
const named = (fingerprint: string, more: Partial<Finding> = {}): Finding =>
  findingOf('several-heads', { fingerprint, ...more });

const tried = (findings: readonly Finding[], edits: Readonly<Record<string, Proposal>>): readonly string[] =>
  candidatesOf({ findings, edits: new Map(Object.entries(edits)) }).map(({ finding }) => finding.fingerprint);

test('what has an edit and counts, in the order of the findings', () => {
  const suppressed = { by: 'comment', reason: 'so it is' } as const;
  const findings = [named('b'), named('none'), named('passed', { suppressed }), named('a')];
  expect(tried(findings, { a: proposal, b: proposal, passed: proposal })).toEqual(['b', 'a']);
});

test('ten at most', () => {
  const names = Array.from({ length: 12 }, (_, at) => `f${at}`);
  const edits = Object.fromEntries(names.map((name) => [name, proposal]));
  expect(
    tried(
      names.map((name) => named(name)),
      edits,
    ),
  ).toEqual(names.slice(0, 10));
});

const of = (more: Partial<Proposal>): readonly string[] =>
  tried([named('a')], { a: { ...proposal, ...more } });

test.each([
  ['turns the direction of text', '\u202eb'],
  ['has no width', 'dr\u200bop'],
  ['is a control character', 'a\u0007'],
  ['is a carriage return', 'a\rb'],
  ['is half a character', '\ud800'],
  ['parts lines for some', 'a\u2028b'],
  ['is for private use', '\ue000'],
])('nothing with a character in it that %s', (_, line) => {
  expect(of({ after: ['a', line] })).toEqual([]);
  // What stood there before is nothing that we bring.
  expect(of({ before: [line], after: [line, 'b'] })).toEqual(['a']);
});

test('nothing longer than somebody reads', () => {
  const lines = (length: number): readonly string[] => Array.from({ length }, (_, at) => `line ${at}`);
  expect(of({ after: lines(60) })).toEqual(['a']);
  expect(of({ after: lines(61) })).toEqual([]);
  expect(of({ after: ['x'.repeat(4000)] })).toEqual(['a']);
  expect(of({ after: ['x'.repeat(4001)] })).toEqual([]);
});

test('other scripts and tabs are read', () => {
  expect(of({ after: ['\tüß 表 👩🏽'] })).toEqual(['a']);
});

test('what everybody sees of it says nothing of how it was tried', () => {
  expect(editOf({ ...proposal, withBase: true })).toEqual(proposal);
});
