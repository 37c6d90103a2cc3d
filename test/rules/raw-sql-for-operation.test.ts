import '../support/sql.ts';
import { expect, test } from 'vitest';
import type { Statement } from '../../src/model/observation.ts';
import { facts } from '../support/facts.ts';
import { revision } from '../support/graph.ts';
import { judgedBy, sent, upgrading } from './sent.ts';

const sql = 'ALTER TABLE teams DROP COLUMN name';
const source = [
  'def upgrade():',
  '    op.execute (',
  `        "${sql}")`,
  '    op.drop_column("teams", "name")',
].join('\n');

function reported(line: number | undefined, more: Partial<Statement> = {}) {
  const file = 'versions/a.py';
  const place = line === undefined ? { file } : { file, line };
  const trips = [upgrading([sent(sql, {}, { place, ...more })])];
  return judgedBy('raw-sql-for-operation', facts([revision('a', [], { source })], { roundTrips: trips }))
    .findings;
}

test('SQL that its own line hands over is shown with the operation that does the same', () => {
  const [finding] = reported(2);
  expect(finding?.help).toContain('op.drop_column("teams", "name")');
  expect(finding?.evidence).toEqual([{ kind: 'sql', text: sql }]);
});

test.each([
  ['the line calls an operation', 4, {}],
  ['nobody knows the line', undefined, {}],
  ['the line is beyond the file', 9, {}],
  ['it was sent from another file', 2, { place: { file: 'helpers.py', line: 2 } }],
  ['it was sent with another one', 2, { sql: `${sql}; ${sql}` }],
])('but not where %s', (_, line, more) => {
  expect(reported(line, more)).toEqual([]);
});
