import '../support/sql.ts';
import { expect, test } from 'vitest';
import { asOperation } from '../../src/rules/support/as-operation.ts';
import { commandsOf } from '../../src/sql/commands.ts';

const operation = (sql: string): string | undefined => {
  const [command] = commandsOf(sql);
  if (!command) throw new Error(`not read: ${sql}`);
  return asOperation(command);
};

test.each([
  ['CREATE INDEX i ON s.t (a, b)', 'op.create_index("i", "t", ["a", "b"], schema="s")'],
  ['CREATE UNIQUE INDEX i ON t (a)', 'op.create_index("i", "t", ["a"], unique=True)'],
  ['DROP TABLE s.t', 'op.drop_table("t", schema="s")'],
  ['DROP INDEX s.i', 'op.drop_index("i", schema="s")'],
  ['ALTER TABLE s.t RENAME TO u', 'op.rename_table("t", "u", schema="s")'],
  ['ALTER TABLE s.t RENAME a TO b', 'op.alter_column("t", "a", schema="s", new_column_name="b")'],
  ['ALTER TABLE s.t DROP a', 'op.drop_column("t", "a", schema="s")'],
  ['ALTER TABLE s.t DROP CONSTRAINT c', 'op.drop_constraint("c", "t", schema="s")'],
  ['ALTER TABLE s.t ALTER a SET NOT NULL', 'op.alter_column("t", "a", schema="s", nullable=False)'],
  ['ALTER TABLE t ALTER "a)" DROP NOT NULL', 'op.alter_column("t", "a)", nullable=True)'],
  ['ALTER TABLE t ALTER a DROP DEFAULT', 'op.alter_column("t", "a", server_default=None)'],
  [
    'ALTER TABLE s.t ADD a text NOT NULL',
    'op.add_column("t", sa.Column("a", sa.Text(), nullable=False), schema="s")',
  ],
  [
    'CREATE TABLE t (a int PRIMARY KEY, b text)',
    'op.create_table("t", sa.Column("a", sa.Integer(), primary_key=True), sa.Column("b", sa.Text()))',
  ],
  ['CREATE TABLE s.t (a int)', 'op.create_table("t", sa.Column("a", sa.Integer()), schema="s")'],
])('%s', (sql, expected) => {
  expect(operation(sql)).toBe(expected);
});

test.each([
  'CREATE INDEX ON t (a)',
  'CREATE INDEX i ON ONLY t (a)',
  'CREATE INDEX CONCURRENTLY i ON t (a)',
  'CREATE INDEX IF NOT EXISTS i ON t (a)',
  'CREATE INDEX i ON t (lower(a))',
  'CREATE INDEX i ON t (a) WHERE a > 1',
  'DROP TABLE t CASCADE',
  'DROP TABLE IF EXISTS t',
  'DROP TABLE t, u',
  'DROP INDEX CONCURRENTLY i',
  'DROP VIEW v',
  'ALTER VIEW v RENAME TO w',
  'ALTER TABLE t RENAME CONSTRAINT a TO b',
  'ALTER TABLE ONLY t DROP a',
  'ALTER TABLE t DROP a CASCADE',
  'ALTER TYPE t DROP ATTRIBUTE a',
  'ALTER VIEW v ALTER a DROP DEFAULT',
  'ALTER TABLE t ADD a text, ADD b text',
  'ALTER TABLE t ADD a int PRIMARY KEY',
  'ALTER TABLE t ADD a int UNIQUE',
  'ALTER TABLE t ADD a int CONSTRAINT there NOT NULL',
  'ALTER TABLE t ADD a serial',
  'ALTER TABLE t ADD a int DEFAULT 1',
  'ALTER TABLE t ADD a text COLLATE "C"',
  'ALTER TABLE t ADD a int GENERATED ALWAYS AS IDENTITY',
  'ALTER TABLE t ADD a int GENERATED ALWAYS AS (1) STORED',
  'ALTER TABLE t VALIDATE CONSTRAINT c',
  'CREATE TABLE t (a int CONSTRAINT k PRIMARY KEY)',
  'CREATE TABLE t (a int UNIQUE)',
  'CREATE TABLE t (a int, CHECK (a > 0))',
  'CREATE TABLE t (a int) INHERITS (u)',
  'CREATE TABLE t (LIKE u)',
  'CREATE TABLE t (LIKE u) INHERITS (u)',
  'CREATE TABLE t PARTITION OF u DEFAULT',
  'CREATE TABLE t (a int) PARTITION BY HASH (a)',
  'CREATE TEMPORARY TABLE t (a int)',
  'CREATE UNLOGGED TABLE t (a int)',
  'CREATE TABLE t (a mood)',
  'SELECT 1',
])('there is none that does exactly: %s', (sql) => {
  expect(operation(sql)).toBeUndefined();
});
