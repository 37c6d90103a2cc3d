import type { GraphFault } from '../../../src/model/revision.ts';
import { facts } from '../../support/facts.ts';
import { graph, id, revision } from '../../support/graph.ts';
import type { Cases } from '../case.ts';

const a = revision('4f1c9a2b77d0');
const at = (name: string, line: number) => ({ file: `versions/${name}.py`, line });
const broken = (...faults: readonly GraphFault[]) => facts([a], {}, { graph: { ...graph(a), faults } });
const orphan: GraphFault = {
  kind: 'missing-parent',
  child: id('b'),
  parent: '4f1c9a2b77do',
  place: at('b', 11),
};

export const cases: Cases = {
  bad: [
    {
      name: 'a parent that is misspelt',
      facts: broken(orphan),
      line: 11,
      file: 'versions/b.py',
      says: ['b names 4f1c9a2b77do', 'down_revision = "4f1c9a2b77d0"'],
    },
    {
      name: 'a parent whose name is near enough for its length',
      facts: broken({ ...orphan, parent: '4f1c9a2b77' }),
      line: 11,
      file: 'versions/b.py',
      says: ['down_revision = "4f1c9a2b77d0"'],
    },
    {
      name: 'a parent whose name is too far from any',
      facts: broken({ ...orphan, parent: '4f1c9a2b7' }),
      line: 11,
      file: 'versions/b.py',
      says: ['Add the file of 4f1c9a2b7'],
      omits: ['4f1c9a2b77d0'],
    },
    {
      name: 'a parent with a name that is short, so that any is near',
      facts: facts(
        [revision('aa')],
        {},
        { graph: { ...graph(revision('aa')), faults: [{ ...orphan, parent: 'ab' }] } },
      ),
      line: 11,
      file: 'versions/b.py',
      says: ['Add the file of ab'],
    },
    {
      name: 'a parent that is named almost like the revision itself',
      facts: facts([a], {}, { graph: { ...graph(a), faults: [{ ...orphan, child: a.id }] } }),
      line: 11,
      file: 'versions/b.py',
      says: ['Add the file of 4f1c9a2b77do'],
    },
    {
      name: 'a parent that is not there',
      facts: broken({ ...orphan, parent: 'elsewhere' }),
      line: 11,
      file: 'versions/b.py',
      says: ['Add the file of elsewhere'],
    },
    {
      name: 'an id twice',
      facts: broken({ kind: 'duplicate-id', id: id('b'), places: [at('b', 10), at('b2', 12)] }),
      line: 10,
      file: 'versions/b.py',
      says: ['2 files', 'versions/b2.py:12'],
    },
    {
      name: 'a circle',
      facts: broken({ kind: 'cycle', members: [id('b'), id('c')], places: [at('b', 11), at('c', 11)] }),
      line: 11,
      file: 'versions/b.py',
      says: ['b and c', 'circle', 'versions/c.py:11'],
    },
  ],
  good: [
    { name: 'a graph', facts: facts([a]) },
    {
      name: 'a parent in a file that cannot be loaded',
      facts: broken(
        { kind: 'unloadable', place: at('z', 3), error: 'SyntaxError', message: 'invalid syntax' },
        orphan,
      ),
    },
  ],
};
