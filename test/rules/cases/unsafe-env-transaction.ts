import { facts, failure, move, roundTrip } from '../../support/facts.ts';
import { id, revision } from '../../support/graph.ts';
import type { Cases } from '../case.ts';

const [a, b] = [
  revision('a', [], { source: 'with op.get_context().autocommit_block():' }),
  revision('b', ['a']),
];
const begun = {
  kind: 'begun-before',
  text: 'env.py is run once for each move',
  place: { file: 'env.py', line: 9 },
} as const;
const own = { ...begun, kind: 'own-transaction' } as const;
const lost = {
  revision: id('a'),
  upgrade: move('upgrade', 'a', { failure: failure('not-applied', 'NotApplied', 'nothing was committed') }),
};
const rehearsal = {
  from: 'new',
  moves: 2,
  milliseconds: 9,
  expectedHeads: [id('b')],
  foundHeads: [],
  differences: [],
  output: { text: '', omitted: 0 },
} as const;

export const cases: Cases = {
  bad: [
    {
      name: 'a move is not committed',
      facts: facts([a, b], {
        roundTrips: [lost],
        remarks: [begun],
        notObserved: [
          { what: 'revision', revision: id('b'), blockedBy: id('a'), why: 'it needs a, whose upgrade fails' },
        ],
      }),
      file: 'env.py',
      line: 9,
      says: ['sends statements before the migrations run', 'connection.commit()', 'upgrade of a'],
    },
    {
      name: 'the plain upgrade is not committed',
      facts: facts([a, b], { rehearsal, remarks: [own] }),
      file: 'env.py',
      line: 9,
      says: [
        'has a transaction open before Alembic begins its own',
        'connectable.begin()',
        'does not hold b',
      ],
    },
    {
      name: "an autocommit_block finds a transaction that is not Alembic's",
      facts: facts([a], {
        roundTrips: [
          {
            revision: id('a'),
            upgrade: move('upgrade', 'a', { failure: failure('python', 'AssertionError', '') }),
          },
        ],
        remarks: [own],
      }),
      file: 'env.py',
      line: 9,
      says: ['AssertionError'],
    },
  ],
  good: [
    { name: 'a transaction of its own that is committed', facts: facts([a, b], { remarks: [own] }) },
    {
      name: 'nothing committed, and env.py is not known to be the cause',
      facts: facts([a], { roundTrips: [roundTrip('a')], rehearsal }),
    },
  ],
};
