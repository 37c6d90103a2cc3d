import { type Mutation, mutation } from './mutation.ts';

export const routines: readonly Mutation[] = [
  mutation(
    `CREATE OR REPLACE FUNCTION slug(t text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT upper(t)'`,
    'function slug(text): definition changed',
    `CREATE OR REPLACE FUNCTION slug(t text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT lower(t)'`,
  ),
  mutation(
    'ALTER FUNCTION slug(text) STABLE',
    'function slug(text): definition changed',
    'ALTER FUNCTION slug(text) IMMUTABLE',
  ),
  mutation(
    `ALTER FUNCTION slug(text) SET work_mem = '8MB'`,
    'function slug(text): definition changed',
    'ALTER FUNCTION slug(text) RESET work_mem',
  ),
  mutation(
    'ALTER FUNCTION touch() SECURITY DEFINER',
    'function touch(): definition changed',
    'ALTER FUNCTION touch() SECURITY INVOKER',
  ),
  mutation(
    'REVOKE EXECUTE ON FUNCTION slug(text) FROM PUBLIC',
    'function slug(text): grant of EXECUTE to PUBLIC is gone',
    'GRANT EXECUTE ON FUNCTION slug(text) TO PUBLIC',
  ),
  mutation(
    'ALTER FUNCTION slug(text) OWNER TO mc_writer',
    'function slug(text): owner migrate_check became mc_writer',
    'ALTER FUNCTION slug(text) OWNER TO CURRENT_USER',
  ),
  mutation(
    `COMMENT ON FUNCTION slug(text) IS 'f'`,
    'function slug(text): comment "f" is new',
    'COMMENT ON FUNCTION slug(text) IS NULL',
  ),
  mutation(
    `CREATE FUNCTION slug(i integer) RETURNS integer LANGUAGE sql AS 'SELECT i'`,
    'function slug(integer) is new',
    'DROP FUNCTION slug(integer)',
  ),
  mutation(
    'DROP FUNCTION slug(text)',
    'function slug(text) is gone',
    `CREATE FUNCTION slug(t text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT lower(t)'`,
  ),
  mutation(
    'DROP PROCEDURE tidy',
    'procedure tidy(integer) is gone',
    `CREATE PROCEDURE tidy(x integer) LANGUAGE plpgsql AS 'BEGIN END'`,
  ),
  mutation(
    `CREATE OR REPLACE PROCEDURE tidy(x integer) LANGUAGE plpgsql AS 'BEGIN NULL; END'`,
    'procedure tidy(integer): definition changed',
    `CREATE OR REPLACE PROCEDURE tidy(x integer) LANGUAGE plpgsql AS 'BEGIN END'`,
  ),
  mutation(
    `CREATE OR REPLACE AGGREGATE total(integer) (sfunc = int4pl, stype = integer, initcond = '1')`,
    'aggregate total(integer): definition changed',
    `CREATE OR REPLACE AGGREGATE total(integer) (sfunc = int4pl, stype = integer, initcond = '0')`,
  ),
  mutation(
    'DROP AGGREGATE total(integer)',
    'aggregate total(integer) is gone',
    `CREATE AGGREGATE total(integer) (sfunc = int4pl, stype = integer, initcond = '0')`,
  ),
  mutation(
    'ALTER FUNCTION plus_one(integer) RENAME TO add_one',
    [
      'column orders.n: default plus_one(3) became add_one(3)',
      'function add_one(integer) is new',
      'function plus_one(integer) is gone',
    ],
    'ALTER FUNCTION add_one(integer) RENAME TO plus_one',
  ),
];
