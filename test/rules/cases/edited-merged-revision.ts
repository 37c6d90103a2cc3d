import { facts } from '../../support/facts.ts';
import { revision } from '../../support/graph.ts';
import type { Cases } from '../case.ts';

const text = (body: string): string =>
  `"""Users\n\nMade on Monday\n"""\nfrom alembic import op\n\nrevision = "a"\ndown_revision = None\n\n\ndef upgrade():\n    ${body}\n`;
const was = text('op.add_column("users", sa.Column("name", sa.String(50)))');
const history = (now: string | undefined, file = 'versions/a.py', then = was) =>
  facts(
    now === undefined ? [revision('z')] : [revision('a', [], { source: now })],
    {},
    {
      base: { ref: 'main', edited: [{ file, text: then }], newer: [] },
    },
  );

export const cases: Cases = {
  bad: [
    {
      name: 'another length',
      facts: history(was.replace('50', '80')),
      file: 'versions/a.py',
      line: 14,
      says: [
        'a is on main already, and this change does something else under the same id',
        'git checkout main -- versions/a.py',
        'alembic revision -m "what changes"',
        'the code of versions/a.py is not that of versions/a.py on main',
      ],
    },
    {
      name: 'a blank in a text is no layout',
      facts: history(was.replace('"users"', '"us ers"')),
      file: 'versions/a.py',
      line: 14,
      says: ['does something else'],
    },
    {
      name: 'a hash in a text begins no comment',
      facts: history(was.replace('"users"', '"users # new"')),
      file: 'versions/a.py',
      line: 14,
      says: ['does something else'],
    },
    {
      name: 'taken away',
      facts: history(undefined),
      file: 'versions/a.py',
      line: undefined as unknown as number,
      says: ['a is on main, and this change takes it away', 'git checkout main -- versions/a.py'],
    },
  ],
  good: [
    {
      name: 'comments, layout, quotes, a comma and the docstring',
      facts: history(
        was
          .replace('Monday', 'Tuesday')
          .replace('("users", ', `(  # migrate-check: ignore[x] y\n        'users',\n        `)
          .replace('50)))', '50),),\n    )'),
      ),
    },
    { name: 'only its file has another name', facts: history(was, 'versions/old_a.py') },
    { name: 'a text that is no revision', facts: history(undefined, 'versions/__init__.py', 'x = 1\n') },
    {
      name: 'it is there, and cannot be loaded',
      facts: facts(
        [revision('z')],
        {},
        {
          base: { ref: 'main', edited: [{ file: 'versions/a.py', text: was }], newer: [] },
          graph: {
            revisions: [revision('z')],
            bases: [],
            heads: [],
            faults: [
              { kind: 'unloadable', place: { file: 'versions/a.py' }, error: 'SyntaxError', message: 'no' },
            ],
          },
        },
      ),
    },
    { name: 'no base ref is known', facts: facts([revision('a')]) },
  ],
};
