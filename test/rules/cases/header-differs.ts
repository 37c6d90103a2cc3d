import { facts } from '../../support/facts.ts';
import { revision } from '../../support/graph.ts';
import type { Cases } from '../case.ts';

const withHeader = (id: string, revises: string, parents: readonly string[]) =>
  revision('b', parents, {
    source: `# coding: utf-8\n"""Add tags\n\nRevision ID: ${id}\nRevises: ${revises}\nCreate Date: 2026-01-01\n\n"""\nfrom alembic import op\n`,
  });
const history = (of: ReturnType<typeof withHeader>) => facts([revision('a'), revision('c', ['a']), of]);
const alone = (id: string, revises: string, ...parents: string[]) =>
  facts([revision('a'), withHeader(id, revises, parents)]);

export const cases: Cases = {
  bad: [
    {
      name: 'another parent',
      facts: alone('b', 'z', 'a'),
      file: 'versions/b.py',
      line: 5,
      says: ['says z for "Revises", and the file assigns a', 'Write in the header: Revises: a'],
    },
    {
      name: 'another id',
      facts: alone('bb', 'a', 'a'),
      file: 'versions/b.py',
      line: 4,
      says: ['"Revision ID"', 'assigns b'],
    },
    {
      name: 'no parent where there is one',
      facts: alone('b', '', 'a'),
      file: 'versions/b.py',
      line: 5,
      says: ['says nothing'],
    },
    {
      name: 'parents where there is none',
      facts: facts([withHeader('b', 'x, y', [])]),
      file: 'versions/b.py',
      line: 5,
      says: ['says x, y for "Revises", and the file assigns None.'],
    },
    {
      name: 'one parent of two',
      facts: history(withHeader('b', 'a', ['a', 'c'])),
      file: 'versions/b.py',
      line: 5,
      says: ['says a for "Revises", and the file assigns a, c.'],
    },
    {
      name: 'below comments, in another kind of string',
      facts: facts([
        revision('a'),
        revision('b', ['a'], {
          source: "# one\n  # two\n\n  R'''b\n\n  Revision ID: b\n  Revises: 'z'\n'''\nx = 1\n",
        }),
      ]),
      file: 'versions/b.py',
      line: 7,
      says: ['says z for "Revises"', 'Revises: a'],
    },
    {
      name: 'a field alone',
      facts: facts([revision('a'), revision('b', ['a'], { source: '"""b\nRevises: z"""\n' })]),
      file: 'versions/b.py',
      line: 2,
      says: ['says z for "Revises"'],
    },
  ],
  good: [
    { name: 'the same', facts: alone('b', 'a', 'a') },
    { name: 'a base', facts: facts([withHeader('b', '', [])]) },
    { name: 'a merge, in any order', facts: history(withHeader('b', 'c, a', ['a', 'c'])) },
    { name: 'no header', facts: facts([revision('a', [], { source: 'x = "Revises: z"\n' })]) },
    {
      name: 'below comments, in another kind of string, with what Python writes',
      facts: facts([
        revision('a'),
        revision('c', ['a']),
        revision('b', ['a', 'c'], {
          source: "# one\n# two\n  r'''b\n\nRevision ID: b\nRevises: ('a', \"c\")\n'''\nx = 1\n",
        }),
        revision('d', [], { source: '"""d\n\nRevision ID: d \nRevises: None\n"""\n' }),
      ]),
    },
    {
      name: 'what only looks like a header behind a comment',
      facts: facts([revision('a', [], { source: 'x = 1\n# now\n"""\nRevision ID: z\n"""\n' })]),
    },
    {
      name: 'a string with a prefix that is none of a docstring',
      facts: facts([revision('a', [], { source: 'b"""\nRevision ID: z\n"""\n' })]),
    },
    {
      name: 'what only looks like a header',
      facts: facts([revision('a', [], { source: 'x = 1\n"""\nRevision ID: z\n"""\n' })]),
    },
  ],
};
