import '../support/sql.ts';
import { expect, test } from 'vitest';
import type { RuleId } from '../../src/model/finding.ts';
import { defineRule, type Rule } from '../../src/rules/rule.ts';
import { ask, type levelOf } from '../../src/rules/support/ask.ts';
import { facts } from '../support/facts.ts';
import { revision } from '../support/graph.ts';

/** Says what it was given. */
const ruleOf = (meta: Partial<Rule['meta']>) =>
  defineRule({
    subject: 'project',
    needs: [],
    meta: {
      title: 'A rule',
      why: 'It is one.',
      fix: 'Nothing to do.',
      severity: 'notice',
      since: '0.1.0',
      examples: { bad: 'pass', good: 'pass' },
      ...meta,
    },
    options: { most: 3, strict: false },
    messages: { given: (data: object) => ({ message: JSON.stringify(data), help: 'None.' }) },
    check: (_, { report }, options) => report('given', options, { place: { file: 'alembic.ini' } }),
  });
const seen = facts([revision('a')]);
const told = (settings: Parameters<typeof levelOf>[2], meta: Partial<Rule['meta']> = {}): readonly string[] =>
  ask('a-rule' as RuleId, ruleOf(meta) as Rule, seen, settings, [{ facts: seen }]).findings.map(
    ({ severity, message }) => `${severity} ${message}`,
  );
const usual = '{"most":3,"strict":false}';

test('a rule is given its own options, but for what is set', () => {
  expect(told({ rules: {} })).toEqual([`notice ${usual}`]);
  expect(told({ rules: {}, ruleOptions: { 'a-rule': { most: 5 }, another: { strict: true } } })).toEqual([
    'notice {"most":5,"strict":false}',
  ]);
});

test.each([
  ['nobody asks', { rules: {} }, {}, [`notice ${usual}`]],
  ['it is off', { rules: { 'a-rule': 'off' } }, {}, []],
  ['nobody asks for one on request', { rules: {} }, { optIn: true }, []],
  ['somebody does', { rules: { 'a-rule': 'error' } }, { optIn: true }, [`error ${usual}`]],
  [
    'somebody does by its options',
    { rules: {}, ruleOptions: { 'a-rule': { most: 4 } } },
    { optIn: true },
    ['notice {"most":4,"strict":false}'],
  ],
  ['nobody asks for the preset', { rules: {} }, { preset: 'style' }, []],
  [
    'somebody does for the preset',
    { rules: {}, presets: ['style'] },
    { preset: 'style' },
    [`notice ${usual}`],
  ],
  ['of which this is none', { rules: {}, presets: ['style'] }, { optIn: true }, []],
  ['it is off all the same', { rules: { 'a-rule': 'off' }, presets: ['style'] }, { preset: 'style' }, []],
] as const)('%s', (_, settings, meta, expected) => {
  expect(told(settings, meta)).toEqual(expected);
});
