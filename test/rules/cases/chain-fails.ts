import { facts, move, sqlFailure } from '../../support/facts.ts';
import { id, revision } from '../../support/graph.ts';
import type { Cases } from '../case.ts';

const history = [revision('a'), revision('b', ['a'])];
const refused = sqlFailure('23502', 'column "email" contains null values', {
  place: { file: 'versions/a.py', line: 20 },
});

export const cases: Cases = {
  bad: [
    {
      name: 'on the way down',
      facts: facts(history, {
        chain: {
          down: [id('b')],
          reached: 'part of the way',
          failure: move('downgrade', 'a', { failure: refused }),
          below: [],
        },
      }),
      line: 20,
      says: [
        'a comes back by itself, but not after 1 later revision was taken back',
        'contains null values',
        'Fill them',
      ],
    },
    {
      name: 'on the way up again',
      facts: facts(history, {
        chain: {
          down: [id('b')],
          reached: 'part of the way',
          failure: move('upgrade', 'b', { failure: sqlFailure('42P07', 'there already') }),
          below: [],
        },
      }),
      file: 'versions/b.py',
      line: 14,
      says: ['b does not go up again'],
    },
    {
      name: 'after two others, and before any',
      facts: facts([...history, revision('c', ['b'])], {
        chain: {
          down: [id('c'), id('b')],
          reached: 'part of the way',
          failure: move('downgrade', 'a', { failure: refused }),
          below: [],
        },
      }),
      line: 20,
      says: ['not after 2 later revisions were taken back: its downgrade'],
    },
    {
      name: 'at the top',
      facts: facts(history, {
        chain: {
          down: [],
          reached: 'part of the way',
          failure: move('downgrade', 'b', { failure: sqlFailure('42P01', 'not there') }),
          below: [],
        },
      }),
      file: 'versions/b.py',
      line: 19,
      says: ['b comes back by itself, but not from the top of the history: its downgrade'],
    },
  ],
  good: [{ name: 'down and up', facts: facts(history) }],
};
