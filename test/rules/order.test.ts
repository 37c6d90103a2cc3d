import { expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import { inOrder } from '../../src/rules/support/order.ts';
import { graph, revision } from '../support/graph.ts';

const history = graph(revision('b'), revision('a', ['b']));

function finding(more: Partial<Record<keyof Finding, unknown>>): Finding {
  const place = { file: 'versions/a.py', line: 1 };
  return {
    rule: 'drop-table',
    severity: 'error',
    revision: 'a',
    place,
    message: '',
    help: '',
    evidence: [],
    fingerprint: '',
    ...more,
  } as unknown as Finding;
}
const size = (bytes?: number) => ({ schema: 'public', name: 't', ...(bytes === undefined ? {} : { bytes }) });
const at = (file: string, line?: number) => ({ file, ...(line === undefined ? {} : { line }) });

test.each([
  ['the worst', { severity: 'error' }, { severity: 'warning' }, { severity: 'notice' }],
  ['the largest table', { table: size(9) }, { table: size(0) }, { table: size() }],
  [
    'what belongs to no revision, then by the graph',
    { revision: undefined },
    { revision: 'b' },
    { revision: 'a' },
  ],
  ['files by name', { place: at('a.py', 9) }, { place: at('b.py', 1) }, { place: at('c.py', 1) }],
  [
    'lines, the file itself before',
    { place: at('a.py') },
    { place: at('a.py', 2) },
    { place: at('a.py', 10) },
  ],
  ['rules by name', { rule: 'a-b' }, { rule: 'a-c' }, { rule: 'b' }],
])('first comes %s', (_, ...each) => {
  const expected = each.map((one) => finding(one as Partial<Record<keyof Finding, unknown>>));
  const [first, second, third] = expected as [Finding, Finding, Finding];
  expect(inOrder([third, first, second], history)).toEqual(expected);
  expect(inOrder([second, third, first], history)).toEqual(expected);
});

test('what belongs to a revision that is not in the graph comes before the others', () => {
  const [unknown, known] = [finding({ revision: 'x' }), finding({ revision: 'b' })];
  expect(inOrder([known, unknown], history)).toEqual([unknown, known]);
});

test('the graph counts more than files, the size more than the graph, the severity more than the size', () => {
  const small = finding({ table: size(1), revision: 'b', place: at('z.py') });
  const large = finding({ table: size(2), revision: 'a' });
  const later = finding({ table: size(1), revision: 'a', place: at('a.py') });
  const mild = finding({ table: size(9), severity: 'warning' });
  expect(inOrder([mild, later, small, large], history)).toEqual([large, small, later, mild]);
});
