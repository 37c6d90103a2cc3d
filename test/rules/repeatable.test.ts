import '../support/sql.ts';
import { expect, test } from 'vitest';
import { isRepeatable } from '../../src/rules/support/repeatable.ts';

test.each([
  'CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON t (a)',
  'DROP TABLE IF EXISTS t; CREATE OR REPLACE VIEW v AS SELECT 1',
  'ALTER TABLE t ADD COLUMN IF NOT EXISTS a int, DROP COLUMN IF EXISTS b',
  "ALTER TYPE t ADD VALUE IF NOT EXISTS 'a'",
  "CREATE OR REPLACE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
  'CREATE OR REPLACE TRIGGER g BEFORE UPDATE ON t EXECUTE FUNCTION f()',
  'CREATE SEQUENCE IF NOT EXISTS s',
  'INSERT INTO t VALUES (1) ON CONFLICT DO NOTHING',
  'INSERT INTO t SELECT a FROM u',
  'UPDATE t SET a = 1',
  'ALTER TABLE t ALTER a SET NOT NULL',
  'DO $$ BEGIN CREATE TABLE t (); END $$',
  "COMMENT ON TABLE t IS 'a'",
])('it may be executed twice: %s', (sql) => {
  expect(isRepeatable(sql)).toBe(true);
});

test.each([
  'CREATE INDEX CONCURRENTLY i ON t (a)',
  'SELECT 1; DROP TABLE t; SELECT 1',
  'ALTER TABLE t ADD COLUMN IF NOT EXISTS a int, DROP COLUMN b',
  'ALTER TABLE t ALTER a SET NOT NULL, ADD CHECK (a > 0)',
  "ALTER TYPE t ADD VALUE 'a'",
  "ALTER TYPE t RENAME VALUE 'a' TO 'b'",
  "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
  'CREATE TRIGGER g BEFORE UPDATE ON t EXECUTE FUNCTION f()',
  'CREATE SEQUENCE s',
  'CREATE VIEW v AS SELECT 1',
  "CREATE TYPE t AS ENUM ('a')",
  'INSERT INTO t VALUES (1)',
  'ALTER TABLE t RENAME TO u',
  'ALTER TABLE t SET SCHEMA s',
  'ALTER TABLE t ATTACH PARTITION p DEFAULT',
])('it may not: %s', (sql) => {
  expect(isRepeatable(sql)).toBe(false);
});
