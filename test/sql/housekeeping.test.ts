import '../support/sql.ts';
import { expect, test } from 'vitest';
import { isHousekeeping } from '../../src/sql/housekeeping.ts';
import { withoutValues } from '../../src/sql/values.ts';

const house = [
  '',
  'BEGIN ISOLATION LEVEL SERIALIZABLE; SAVEPOINT a; RELEASE a; ROLLBACK',
  'show standard_conforming_strings',
  "SET datestyle TO 'ISO'",
  'SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY',
  'SELECT pg_advisory_unlock_all(); CLOSE ALL; UNLISTEN *; RESET ALL;',
  'DEALLOCATE ALL',
  'DISCARD ALL',
  'FETCH FORWARD 10 FROM c',
  "SELECT CAST('test plain returns' AS VARCHAR(60)) AS anon_1",
  "SELECT t.oid, typarray FROM pg_type t JOIN pg_namespace ns ON typnamespace = ns.oid WHERE typname = 'hstore'",
  "SELECT current_setting('jit') AS cur, set_config('jit', 'off', false) AS new",
  'WITH RECURSIVE tree(oid) AS (SELECT oid FROM pg_catalog.pg_type UNION ALL SELECT oid FROM tree) SELECT * FROM tree',
  'SELECT 1 FROM information_schema.tables',
];
test.each(house)('house is kept by %s', (sql) => {
  expect(isHousekeeping(sql)).toBe(true);
});

const work = [
  'UPDATE t SET c = 1',
  'SELECT c FROM t',
  'SELECT c FROM app.pg_t',
  'SELECT my_function()',
  'SELECT app.version()',
  'SELECT pg_terminate_backend(1) FROM pg_stat_activity',
  "SELECT set_config('search_path', 'app', false)",
  "SELECT set_config($1, 'app', false)",
  'SET search_path TO app',
  'RESET search_path',
  'SELECT oid INTO copied FROM pg_class',
  'SELECT oid FROM pg_class FOR UPDATE',
  'WITH gone AS (DELETE FROM pg_class RETURNING oid) SELECT * FROM gone',
  "COMMIT PREPARED 'a'",
  'BEGIN; DROP TABLE t; COMMIT',
  'SELECT 1; this is no SQL',
  'COPY t FROM STDIN',
  'WITH new AS (INSERT INTO pg_class SELECT 1 RETURNING oid) SELECT * FROM new',
  "WITH new AS (UPDATE pg_class SET relname = 'a' RETURNING oid) SELECT * FROM new",
  "SELECT pg_notify('jit', 'off')",
];
test.each(work)('work is done by %s', (sql) => {
  expect(isHousekeeping(sql)).toBe(false);
});

test('a text without what may be secret', () => {
  expect(withoutValues(`SELECT 'a', E'b''c', $x$d$x$, x'ff', U&'e', 12, $1, "n" -- f\n/* g */FROM t;`)).toBe(
    `SELECT '...', '...', '...', '...', '...', 12, $1, "n"  \n FROM t;`,
  );
  expect(withoutValues("ALTER ROLE r PASSWORD 'never ends")).toBe('ALTER ...');
  expect(withoutValues("'never ends")).toBe('never ...');
});
