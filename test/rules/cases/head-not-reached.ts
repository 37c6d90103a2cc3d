import { facts, isNew, move, roundTrip } from '../../support/facts.ts';
import { id, revision } from '../../support/graph.ts';
import type { Cases } from '../case.ts';

const [a, b] = [revision('a'), revision('b', ['a'])];
/** An upgrade that sends this on line 15 of its file. */
const sends = (revision: string, sql: string) => {
  const statement = {
    sql,
    milliseconds: 1,
    place: { file: `versions/${revision}.py`, line: 15 },
    calledFrom: [],
  };
  return roundTrip(revision, { upgrade: move('upgrade', revision, { statements: [statement] }) });
};
const rehearsal = {
  from: 'new',
  moves: 1,
  milliseconds: 9,
  expectedHeads: [id('a')],
  foundHeads: ['a'],
  differences: [],
  output: { text: '', omitted: 0 },
} as const;

export const cases: Cases = {
  bad: [
    {
      name: 'the version table is empty',
      facts: facts([a], { rehearsal: { ...rehearsal, foundHeads: [] } }),
      file: 'shop/alembic.ini',
      line: 1,
      says: ['does not find a in the version table: it holds nothing', 'with context.begin_transaction()'],
    },
    {
      name: 'the catalog is another',
      facts: facts([a], { rehearsal: { ...rehearsal, differences: [isNew('table', 't')] } }),
      file: 'shop/alembic.ini',
      line: 1,
      says: [
        'another catalog than the revisions one by one: 1 difference.\nA part of the work was not committed',
        'table t is new',
      ],
    },
    {
      name: 'the catalog is another, and a search path was set for the transaction',
      facts: facts([a, b], {
        rehearsal: { ...rehearsal, differences: [isNew('table', 'shop.t')] },
        roundTrips: [
          sends('a', "SET LOCAL lock_timeout = '2s'"),
          sends('b', 'SET LOCAL search_path TO shop'),
        ],
      }),
      file: 'versions/b.py',
      line: 15,
      says: ['This sets search_path until the transaction ends', 'transaction_per_migration=True'],
    },
    {
      name: 'the catalog is another, and what was set is no matter of where things are made',
      facts: facts([a, b], {
        rehearsal: { ...rehearsal, differences: [isNew('table', 't')] },
        roundTrips: [sends('a', "SET LOCAL lock_timeout = '2s'"), sends('b', 'SET search_path TO shop')],
      }),
      file: 'shop/alembic.ini',
      line: 1,
      says: ['A part of the work was not committed'],
    },
    {
      name: 'another head is there',
      facts: facts([a], { rehearsal: { ...rehearsal, foundHeads: ['z', 'y'] } }),
      file: 'shop/alembic.ini',
      line: 1,
      says: [
        'it holds z and y.',
        "inside Alembic's own transaction:\n    with context.begin_transaction():\n        context.run_migrations()",
      ],
    },
  ],
  good: [{ name: 'everything is there', facts: facts([a], { rehearsal }) }],
};
