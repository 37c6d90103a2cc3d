import '../support/sql.ts';
import { expect, test } from 'vitest';
import type { Move, Unlisted } from '../../src/model/observation.ts';
import { facts, move, roundTrip } from '../support/facts.ts';
import { revision } from '../support/graph.ts';
import { factsOf, judgedBy, upgrading } from './sent.ts';

const way = { kind: 'raw-cursor', text: 'versions/a.py:15 takes the connection' } as const;

const judged = (unlisted: Partial<Record<Move['direction'] | 'reupgrade', Unlisted>>) =>
  judgedBy(
    'unlisted-statement',
    factsOf(
      upgrading([], {
        upgrade: move('upgrade', 'a', unlisted.upgrade ? { unlisted: unlisted.upgrade } : {}),
        downgrade: move('downgrade', 'a', unlisted.downgrade ? { unlisted: unlisted.downgrade } : {}),
        reupgrade: move('upgrade', 'a', unlisted.reupgrade ? { unlisted: unlisted.reupgrade } : {}),
      }),
    ),
  ).findings;

test('where no log could be read the way itself is reported', () => {
  const [finding, ...more] = judged({ upgrade: { ways: [way] } });
  expect(more).toEqual([]);
  expect(finding).toMatchObject({
    severity: 'notice',
    message: expect.stringContaining('has a way past SQLAlchemy: what it sends there is not known'),
    evidence: [{ kind: 'note', text: way.text }],
  });
});

test('a program that somebody starts is no statement, unless the log has one of it', () => {
  const program = { kind: 'child-process', text: 'a revision starts a program' } as const;
  expect(judged({ upgrade: { ways: [program] } })).toEqual([]);
  expect(judged({ upgrade: { ways: [program, way] } })).toHaveLength(1);
  expect(judged({ upgrade: { ways: [program], sent: { count: 1, texts: ['SELECT 1'] } } })).toHaveLength(1);
});

test('each direction by itself, and the second upgrade not again', () => {
  const unlisted = { sent: { count: 2, texts: ['SELECT 1'] }, ways: [] };
  const both = judged({ upgrade: unlisted, downgrade: unlisted, reupgrade: unlisted });
  expect(both.map(({ severity }) => severity)).toEqual(['warning', 'notice']);
  expect(new Set(both.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  expect(both[0]?.evidence).toEqual([
    { kind: 'sql', text: 'SELECT 1' },
    { kind: 'note', text: 'and 1 more statement' },
  ]);
});

test('nothing is said where nothing is known to have gone past', () => {
  expect(judged({})).toEqual([]);
});

test('an upgrade that may have done something on another way is none that does nothing', () => {
  const child = revision('a', ['z'], { upgrade: { shape: 'empty' } });
  const told = (more: Partial<Move>) =>
    judgedBy(
      'no-op-migration',
      facts([child], {
        roundTrips: [roundTrip('a', { upgrade: move('upgrade', 'a', more), effect: [] })],
      }),
    ).findings.length;
  expect(told({})).toBe(1);
  expect(told({ unlisted: { ways: [way] } })).toBe(0);
});
