import '../support/sql.ts';
import { expect, test } from 'vitest';
import type { Statement } from '../../src/model/observation.ts';
import type { Relation } from '../../src/model/trace.ts';
import { newNames } from '../../src/rules/support/renames.ts';

const names = (sql: string, schema = 'public') =>
  newNames({ sql } as Statement, { schema, name: 'a' } as Relation);

test.each([
  ['ALTER TABLE a RENAME TO b', [{ schema: 'public', name: 'b' }]],
  ['ALTER TABLE public.a RENAME TO b', [{ schema: 'public', name: 'b' }]],
  ['ALTER VIEW a RENAME TO b', [{ schema: 'public', name: 'b' }]],
  ['ALTER INDEX a RENAME TO b', [{ schema: 'public', name: 'b' }]],
  ['ALTER SEQUENCE a RENAME TO b', [{ schema: 'public', name: 'b' }]],
  ['ALTER MATERIALIZED VIEW a RENAME TO b', [{ schema: 'public', name: 'b' }]],
  ['ALTER FOREIGN TABLE a RENAME TO b', [{ schema: 'public', name: 'b' }]],
  ['ALTER TABLE a SET SCHEMA s', [{ schema: 's', name: 'a' }]],
  [
    'SELECT 1; ALTER TABLE a RENAME TO b; ALTER TABLE a SET SCHEMA s',
    [
      { schema: 'public', name: 'b' },
      { schema: 's', name: 'a' },
    ],
  ],
])('%s', (sql, expected) => {
  expect(names(sql)).toEqual(expected);
});

test.each([
  'ALTER TABLE a RENAME COLUMN b TO c',
  'ALTER TABLE a RENAME CONSTRAINT b TO c',
  'ALTER TABLE b RENAME TO a',
  'ALTER TABLE s.a RENAME TO b',
  'ALTER TABLE s.a SET SCHEMA t',
  'ALTER TYPE a RENAME TO b',
  'CREATE SCHEMA a',
  'ALTER TABLE a ADD b int',
])('no new name by %s', (sql) => {
  expect(names(sql)).toEqual([]);
});

test('in its own schema', () => {
  expect(names('ALTER TABLE s.a RENAME TO b', 's')).toEqual([{ schema: 's', name: 'b' }]);
});
