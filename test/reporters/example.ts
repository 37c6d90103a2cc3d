import type { Report } from '../../src/model/report.ts';
import { changed, facts, isNew, move, report, roundTrip, sqlFailure } from '../support/facts.ts';
import { graph, id, revision } from '../support/graph.ts';

const source = [
  '"""Add moods."""',
  'revision = "b"',
  '',
  'def upgrade():',
  '    op.create_table("entries", ...)',
  '',
  '',
  'def downgrade():',
  '    op.drop_table("entries")',
  '',
].join('\n');
const b = revision('b', ['a'], {
  title: 'Add moods',
  source,
  downgrade: { shape: 'acts', place: { file: 'versions/b.py', line: 8, endLine: 9 } },
});
const history = [
  revision('a'),
  b,
  revision('c', ['b']),
  revision('d', ['c'], {
    directives: [
      {
        keyword: 'irreversible',
        text: 'the old values are gone',
        place: { file: 'versions/d.py', line: 20 },
      },
    ],
  }),
  revision('e', ['d']),
  revision('f', ['e']),
];

const before = 'SELECT id,\n  name\nFROM users';
const after = 'SELECT id,\n  email\nFROM users';

/** A report in which something of everything is to be seen. */
export const example: Report = report(
  facts(
    history,
    {
      roundTrips: [
        roundTrip('a', {
          upgrade: move('upgrade', 'a', {
            milliseconds: 312,
            statements: [
              {
                sql: 'CREATE TABLE users (\n  id int\n)',
                place: { file: 'versions/a.py', line: 15 },
                milliseconds: 4.2,
                rows: 2,
              },
            ],
          }),
        }),
        roundTrip('b', {
          trace: [isNew('enum type', 'mood', 'DROP TYPE mood')],
          reupgrade: move('upgrade', 'b', {
            failure: sqlFailure('42710', 'type "mood" already exists', {
              error: 'DuplicateObject',
              sql: "CREATE TYPE mood AS ENUM ('good')",
              hint: 'Take another name.',
            }),
          }),
        }),
        roundTrip('c', { trace: [changed('view', 'v', 'definition', before, after)] }),
        roundTrip('d', { trace: [isNew('extension', 'citext')] }),
        {
          revision: id('e'),
          upgrade: move('upgrade', 'e', { failure: sqlFailure('42601', 'syntax error at or near "TABEL"') }),
        },
      ],
      notObserved: [
        { what: 'downgrade', revision: id('e'), why: 'the upgrade fails' },
        { what: 'revision', revision: id('f'), blockedBy: id('e'), why: 'it needs e, whose upgrade fails' },
        { what: 'rehearsal', why: 'the upgrade of e fails by itself' },
      ],
      remarks: [
        { kind: 'several-runs', text: 'env.py is run once for each move: it runs migrations 2 times' },
      ],
      recoveries: { count: 2, moves: 5 },
    },
    { graph: graph(...history) },
  ),
);
