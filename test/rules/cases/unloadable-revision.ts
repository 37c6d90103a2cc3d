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
      says: ['--python PATH', 'Left out too, since the revision before it was not found: c'],
    },
    ...['ImportError', 'IndentationError', 'TabError', 'KeyError'].map((error) => ({
      name: error,
      facts: facts([a], {}, { graph: { ...graph(a), faults: [{ ...fault, error }] } }),
      ...place,
      says: [
        error === 'ImportError'
          ? 'Install what it imports in the environment that runs the migrations'
          : error === 'KeyError'
            ? 'Correct what the file does when it is imported.'
            : 'Correct the file at this line.',
      ],
      omits: ['Left out too'],
    })),
    {
      name: 'and two that hang on it',
      facts: facts(
        [a],
        {},
        {
          graph: {
            ...graph(a),
            faults: [
              fault,
              { kind: 'missing-parent', child: id('c'), parent: 'b', place },
              { kind: 'missing-parent', child: id('d'), parent: 'b', place },
            ],
          },
        },
      ),
      ...place,
      says: ['Left out too, since the revision before them was not found: c and d'],
    },
  ],
  good: [{ name: 'files that load', facts: facts([a]) }],
};
