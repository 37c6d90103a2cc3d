import '../support/sql.ts';
import { expect, test } from 'vitest';
import { judge } from '../../src/rules/judge.ts';
import { failure, isNew, move, trip } from '../support/facts.ts';
import { revision } from '../support/graph.ts';

const tags = isNew('table', 'tags', 'DROP TABLE tags');
const source = ['def upgrade():', '    a()', 'def downgrade():', '    pass'].join('\n');
const refuses = move('downgrade', 'a', { failure: failure('irreversible', 'NotImplementedError', '') });

function missing(shape: 'empty' | 'raises' | 'absent') {
  const place = { file: 'versions/a.py', line: 3, endLine: 4 };
  const one = revision('a', [], { source, downgrade: { shape, ...(shape === 'absent' ? {} : { place }) } });
  const seen = shape === 'empty' ? { trace: [tags] } : { downgrade: refuses };
  const { findings, edits } = judge(trip(one, { effect: [tags], ...seen }), { failOn: 'error', rules: {} });
  expect(findings.map(({ rule }) => rule)).toEqual(['missing-downgrade']);
  return edits.get(findings[0]?.fingerprint ?? '');
}

test('an empty downgrade is filled', () => {
  expect(missing('empty')).toMatchObject({ startLine: 4, endLine: 4, after: ['    op.drop_table("tags")'] });
});

test.each(['raises', 'absent'] as const)('one that is not empty (%s) is nothing to add to', (shape) => {
  expect(missing(shape)).toBeUndefined();
});
