import { facts } from '../../support/facts.ts';
import { graph, revision } from '../../support/graph.ts';
import type { Cases } from '../case.ts';

const base = revision('a');
const place = { file: 'versions/x.py', line: 1 };
const missing = { kind: 'missing-parent', child: revision('x').id, parent: 'y', place } as const;
const forked = [base, revision('b', ['a']), revision('c', ['a'])];

export const cases: Cases = {
  bad: [
    {
      name: 'two from one parent',
      facts: facts(forked),
      file: 'versions/c.py',
      line: 9,
      says: ['2 heads', 'b and c', 'alembic merge -m "merge" b c', 'down_revision = "b"', 'versions/c.py'],
    },
    {
      name: 'three',
      facts: facts([...forked, revision('d', ['a'])]),
      file: 'versions/d.py',
      line: 9,
      says: ['3 heads', 'merge" b c d'],
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
