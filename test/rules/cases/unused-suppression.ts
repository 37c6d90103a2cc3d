import { facts, move, sqlFailure, trip } from '../../support/facts.ts';
import { id, revision } from '../../support/graph.ts';
import type { Cases } from '../case.ts';
import { ignoring } from '../pieces.ts';

const failing = { upgrade: move('upgrade', 'a', { failure: sqlFailure('42601', 'syntax error') }) };
const entry = { path: 'versions/*.py', rules: ['upgrade-fails'], reason: 'known' };
const needless = ignoring('a', '[upgrade-fails] known');

export const cases: Cases = {
  bad: [
    {
      name: 'a comment where nothing is wrong',
      facts: trip(needless, {}),
      line: 13,
      says: ['The comment "# migrate-check: ignore[upgrade-fails]" lets nothing pass.', 'Take it out.'],
    },
    {
      name: 'one rule of two',
      facts: trip(ignoring('a', '[upgrade-fails, several-heads] known'), {}),
      settings: { rules: { 'upgrade-fails': 'off' } },
      line: 13,
      says: ['lets nothing pass of several-heads', 'Take out of it: several-heads'],
    },
    {
      name: 'an entry of the settings, with its line',
      facts: trip(revision('a'), {}),
      settings: { ignore: [{ ...entry, place: { file: 'migrate-check.yml', line: 4 } }] },
      line: 4,
      file: 'migrate-check.yml',
      says: ['The entry of ignore for upgrade-fails in versions/*.py lets nothing pass'],
    },
    {
      name: 'an entry for a file that is there no more',
      facts: trip(revision('a'), {}),
      settings: { ignore: [{ ...entry, path: 'b.py', place: { file: 'migrate-check.yml', line: 4 } }] },
      line: 4,
      says: ['in b.py lets nothing pass'],
    },
    {
      name: 'a rule whose findings nobody can let pass',
      facts: trip(ignoring('a', '[bad-directive] known'), {}),
      line: 13,
      says: ['names bad-directive, and what that reports cannot be let pass'],
    },
  ],
  good: [
    { name: 'it lets something pass', facts: trip(needless, failing) },
    { name: 'the rule is off', facts: trip(needless, {}), settings: { rules: { 'upgrade-fails': 'off' } } },
    {
      name: 'the rule could not look at that revision',
      facts: facts([needless], {
        notObserved: [{ what: 'revision', revision: id('a'), why: 'it was not reached' }],
      }),
    },
    {
      name: 'the revision is only upgraded through',
      facts: {
        ...facts([needless]),
        plan: { scope: 'changed', steps: [{ kind: 'upgrade', revision: id('a') }], leftOut: [] },
      },
    },
    {
      name: 'an entry for files of which one was not looked at',
      facts: facts([revision('a'), revision('b', ['a'])], {
        notObserved: [{ what: 'revision', revision: id('b'), why: 'it was not reached' }],
      }),
      settings: { ignore: [entry] },
    },
    {
      name: 'it has no reason, which another rule reports',
      facts: trip(ignoring('a', '[upgrade-fails]'), {}),
    },
  ],
};
