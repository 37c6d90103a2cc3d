import { expect, test } from 'vitest';
import { lookUp, withAncestors, withDescendants } from '../../src/model/graph.ts';
import { graph, id, revision } from '../support/graph.ts';

const branchy = graph(
  revision('a1'),
  revision('b1', ['a1'], { labels: ['reports'] }),
  revision('b2', ['a1']),
  revision('c1', ['b1', 'b2']),
  revision('x1', [], { dependsOn: [id('b2')] }),
);

test('ancestors follow parents and dependencies', () => {
  expect([...withAncestors(branchy, [id('c1')])].sort()).toEqual(['a1', 'b1', 'b2', 'c1']);
  expect([...withAncestors(branchy, [id('x1')])].sort()).toEqual(['a1', 'b2', 'x1']);
});

test('descendants follow them the other way', () => {
  expect([...withDescendants(branchy, [id('b2')])].sort()).toEqual(['b2', 'c1', 'x1']);
});

test.each([
  ['b1', ['b1']],
  ['reports', ['b1']],
  ['c', ['c1']],
  ['b', ['b1', 'b2']],
  ['heads', ['c1', 'x1']],
  ['nothing', []],
])('%s stands for %j', (spelling, expected) => {
  expect(lookUp(branchy, spelling)).toEqual(expected);
});
