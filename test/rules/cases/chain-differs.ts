import { changed, facts, isNew, roundTrip } from '../../support/facts.ts';
import { id, revision } from '../../support/graph.ts';
import type { Cases } from '../case.ts';

const history = [revision('a'), revision('b', ['a'])];
const archive = isNew('table', 'archive');

export const cases: Cases = {
  bad: [
    {
      name: 'at the base something is left; the last revision that touches it is named',
      facts: facts(history, {
        roundTrips: [roundTrip('a', { effect: [archive] }), roundTrip('b')],
        chain: { down: [id('b'), id('a')], reached: 'base', below: [archive] },
      }),
      file: 'versions/a.py',
      line: 19,
      says: ['to the base', 'table archive is new', 'touches the first of them is a'],
    },
    {
      name: 'at the top something is lost, and nobody knows of it',
      facts: facts(history, {
        chain: {
          down: [id('b')],
          reached: 'part of the way',
          below: [],
          above: [changed('column', 'x.y', 'default', '1', null)],
        },
      }),
      file: 'shop/alembic.ini',
      line: 1,
      says: [
        'lead to another catalog: 1 difference.\nCompare the revisions that touch what is shown: one of them depends',
        'default 1 became null',
      ],
    },
    {
      name: 'part of the way, something that others of its kind and of its name are like',
      facts: facts(history, {
        roundTrips: [
          roundTrip('a', { effect: [archive, isNew('table', 'others')] }),
          roundTrip('b', { effect: [isNew('table', 'others'), isNew('view', 'archive')] }),
        ],
        chain: { down: [id('b')], reached: 'part of the way', below: [archive, isNew('table', 'more')] },
      }),
      file: 'versions/a.py',
      line: 19,
      says: [
        'one after the other as far as they go, the revisions leave 2 differences',
        'Compare the revisions that touch what is shown: what a later downgrade puts back',
      ],
    },
  ],
  good: [
    {
      name: 'what is no fault',
      facts: facts(history, {
        chain: { down: [id('b')], reached: 'base', below: [isNew('extension', 'citext')] },
      }),
    },
  ],
};
