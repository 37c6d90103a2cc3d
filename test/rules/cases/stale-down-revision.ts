import { facts } from '../../support/facts.ts';
import { revision } from '../../support/graph.ts';
import type { Cases } from '../case.ts';

const written = (id: string, parents: string) => ({
  file: `versions/${id}.py`,
  text: `"""New"""\nrevision: str = "${id}"\ndown_revision: str | None = ${parents}\n`,
});
const b = revision('b', ['a'], { source: '"""b"""\n\nrevision = "b"\ndown_revision = "a"\n' });
const history = (
  newer: readonly ReturnType<typeof written>[],
  ...ours: readonly ReturnType<typeof revision>[]
) => facts([revision('a'), ...ours], {}, { base: { ref: 'origin/main', edited: [], newer } });

export const cases: Cases = {
  bad: [
    {
      name: 'two on top of one, and more on top of theirs, in any order',
      facts: history([written('e', "'d'"), written('d', '"c"'), written('c', '("a",)')], b),
      file: 'versions/b.py',
      line: 4,
      says: [
        'b is on top of a, and origin/main has put c there meanwhile',
        'git rebase origin/main',
        'down_revision = "e"',
        'versions/c.py on origin/main has revision c on top of a',
      ],
    },
    {
      name: 'one of two parents',
      facts: history([written('d', '"b"')], b, revision('c', ['a']), revision('m', ['b', 'c'])),
      file: 'versions/m.py',
      line: 9,
      says: ['down_revision = ("d", "c")'],
    },
    {
      name: 'theirs joins two that are the parents of ours',
      facts: history([written('d', '["b", "c"]')], b, revision('c', ['a']), revision('m', ['b', 'c'])),
      file: 'versions/m.py',
      line: 9,
      says: ['m is on top of b'],
    },
  ],
  good: [
    { name: 'theirs is on top of ours', facts: history([written('c', '"b"')], b) },
    { name: 'the change has it already', facts: history([written('b', '"a"')], b) },
    { name: 'theirs has nothing to do with it', facts: history([written('c', 'None')], b) },
    { name: 'what has no literal cannot be read', facts: history([written('c', 'parent()')], b) },
    { name: 'nothing is newer', facts: history([], b) },
    { name: 'no base ref is known', facts: facts([revision('a'), b]) },
  ],
};
