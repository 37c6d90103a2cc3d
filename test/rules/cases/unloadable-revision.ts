import { facts } from '../../support/facts.ts';
import { graph, id, revision } from '../../support/graph.ts';
import type { Cases } from '../case.ts';

const a = revision('a');
const place = { file: 'versions/b.py', line: 16 };
const fault = { kind: 'unloadable', place, error: 'SyntaxError', message: "expected ':'" } as const;

export const cases: Cases = {
  bad: [
    {
      name: 'a syntax error',
      facts: facts([a], {}, { graph: { ...graph(a), faults: [fault] } }),
      ...place,
      says: ["SyntaxError: expected ':'", 'Correct the file'],
    },
    {
      name: 'an import that is not installed, and a revision that hangs on it',
      facts: facts(
        [a],
        {},
        {
          graph: {
            ...graph(a),
            faults: [
              { ...fault, error: 'ModuleNotFoundError' },
              { kind: 'missing-parent', child: id('c'), parent: 'b', place },
            ],
          },
        },
      ),
      ...place,
      says: ['--python PATH', 'Left out too', 'c'],
    },
  ],
  good: [{ name: 'files that load', facts: facts([a]) }],
};
