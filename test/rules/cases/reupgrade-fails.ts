import { changed, failure, isNew, move, sqlFailure, trip } from '../../support/facts.ts';
import { revision } from '../../support/graph.ts';
import type { Cases } from '../case.ts';
import { empty } from '../pieces.ts';

const a = revision('a', [], { downgrade: empty });
const label = move('upgrade', 'a', {
  failure: sqlFailure('42710', 'enum label "tired" already exists', {
    sql: "ALTER TYPE mood ADD VALUE 'tired'",
    place: { file: 'versions/a.py', line: 15 },
  }),
});

/** The second upgrade is refused, as far as nothing else is said because of something that is there. */
const again = ({ sql, sqlstate = '42710' }: { readonly sql: string; readonly sqlstate?: string }) =>
  trip(a, {
    reupgrade: move('upgrade', 'a', { failure: sqlFailure(sqlstate, 'it is in the way', { sql }) }),
  });

export const cases: Cases = {
  bad: [
    {
      name: 'a label that is added twice',
      facts: trip(a, {
        trace: [changed('enum type', 'mood', 'labels', 'ok', 'ok, tired', 'enum-label-kept')],
        reupgrade: label,
      }),
      line: 15,
      says: ['does not go again', `op.execute("ALTER TYPE mood ADD VALUE IF NOT EXISTS 'tired'")`],
    },
    {
      name: 'for a reason that the catalog does not show',
      facts: trip(revision('a'), {
        reupgrade: move('upgrade', 'a', { failure: sqlFailure('55000', 'sequence is used up') }),
      }),
      line: 14,
      says: ['sequence is used up', 'The catalog was as before'],
    },
    {
      name: 'a label, in lines of its own',
      facts: again({ sql: "\n ALTER  TYPE\n app.mood  ADD  VALUE\n 'tired'  AFTER 'ok' ;\n" }),
      line: 14,
      says: [
        'PostgreSQL cannot take a label out of an enum',
        `ADD  VALUE IF NOT EXISTS 'tired'  AFTER 'ok'")`,
      ],
    },
    {
      name: 'something else that is there already',
      facts: again({ sql: 'CREATE PUBLICATION mood' }),
      line: 14,
      says: ['The catalog was as before'],
      omits: ['IF NOT EXISTS'],
    },
    {
      name: 'a label that may be there is no label in the way',
      facts: again({ sql: "ALTER TYPE mood ADD VALUE IF  NOT EXISTS 'tired'" }),
      line: 14,
      says: ['The catalog was as before'],
      omits: ['take a label out'],
    },
    {
      name: 'a label for another reason',
      facts: again({ sql: "ALTER TYPE mood ADD VALUE 'tired'", sqlstate: '55P04' }),
      line: 14,
      says: ['The catalog was as before'],
      omits: ['take a label out'],
    },
    {
      name: 'an error of Python',
      facts: trip(a, {
        reupgrade: move('upgrade', 'a', { failure: failure('python', 'KeyError', "'first'") }),
      }),
      line: 14,
      says: ["KeyError: 'first'"],
      omits: ['The catalog was as before'],
    },
  ],
  good: [
    {
      name: 'because of what the downgrade left',
      facts: trip(revision('a'), {
        trace: [isNew('table', 'tags')],
        reupgrade: move('upgrade', 'a', { failure: sqlFailure('42P07', 'relation "tags" already exists') }),
      }),
    },
  ],
};
