import { facts } from '../../support/facts.ts';
import { graph, revision } from '../../support/graph.ts';
import type { Cases } from '../case.ts';

const base = revision('a');
const place = { file: 'versions/x.py', line: 1 };
const missing = { kind: 'missing-parent', child: revision('x').id, parent: 'y', place } as const;
const trip = (id: string) => ({ kind: 'round-trip', revision: revision(id).id }) as const;
const up = (id: string) => ({ kind: 'upgrade', revision: revision(id).id }) as const;
const forked = [base, revision('b', ['a']), revision('c', ['a'])];

export const cases: Cases = {
  bad: [
    {
      name: 'two from one parent',
      facts: facts(forked),
      file: 'versions/c.py',
      line: 9,
      says: ['2 heads', 'b and c', 'alembic merge -m "merge" b c', 'down_revision = "b"  # in versions/c.py'],
    },
    {
      name: 'three',
      facts: facts([...forked, revision('d', ['a'])]),
      file: 'versions/d.py',
      line: 9,
      says: [
        '3 heads',
        'merge" b c d',
        'down_revision = "b"  # in versions/c.py',
        'down_revision = "c"  # in versions/d.py',
      ],
    },
    {
      name: 'a branch of two',
      facts: facts([...forked.slice(0, 2), revision('x', ['a']), revision('y', ['x'])]),
      file: 'versions/y.py',
      line: 9,
      says: ['down_revision = "b"  # in versions/x.py'],
    },
    {
      name: 'the one that a change adds is put on top of what is there',
      facts: facts(forked, {}, { plan: { scope: 'changed', steps: [trip('b'), up('c')], leftOut: [] } }),
      file: 'versions/b.py',
      line: 9,
      says: ['merge" c b', 'down_revision = "c"  # in versions/b.py'],
    },
    {
      name: 'a head that joins others has no single place',
      facts: facts([...forked, revision('d', ['a']), revision('m', ['c', 'd'])]),
      file: 'versions/m.py',
      line: 9,
      says: ['merge" b m', 'head m in versions/m.py'],
      omits: ['down_revision'],
    },
    {
      name: 'one of three that has no single place',
      facts: facts([...forked, revision('d', ['a']), revision('e', ['a']), revision('m', ['d', 'e'])]),
      file: 'versions/m.py',
      line: 9,
      says: ['merge" b c m'],
      omits: ['down_revision'],
    },
    {
      name: 'a head that grew out of a merge with another base',
      facts: facts([...forked.slice(0, 2), revision('z'), revision('m', ['a', 'z'])]),
      file: 'versions/m.py',
      line: 9,
      says: ['merge" b m'],
      omits: ['down_revision'],
    },
    {
      name: 'three of which one hangs together with the two others',
      facts: facts([
        base,
        revision('z'),
        revision('b', ['a']),
        revision('m', ['a', 'z']),
        revision('y', ['z']),
      ]),
      file: 'versions/y.py',
      line: 9,
      says: ['3 heads', 'merge" b m y'],
    },
  ],
  good: [
    { name: 'one head', facts: facts([base, revision('b', ['a'])]) },
    {
      name: 'a branch that has a label',
      facts: facts([
        base,
        revision('b', ['a'], { labels: ['reports'] }),
        revision('c', ['b']),
        revision('d', ['a']),
      ]),
    },
    { name: 'two bases', facts: facts([base, revision('x'), revision('y', ['x'])]) },
    {
      name: 'heads that faults have made',
      facts: facts(forked, {}, { graph: { ...graph(...forked), faults: [missing] } }),
    },
  ],
};
