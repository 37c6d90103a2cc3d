import type { LiveCases } from '../case.ts';

const body = "AS 'SELECT count(*) FROM pg_class'";
const makes = (more: string, own = body): string =>
  `CREATE OR REPLACE FUNCTION count_all() RETURNS bigint LANGUAGE sql ${more} ${own}`;
const execute = (sql: string): string => `def upgrade():\n    op.execute("${sql}")\n`;

export const cases: LiveCases = {
  bad: [
    {
      name: 'a function',
      sql: makes('SECURITY DEFINER'),
      at: 'SECURITY DEFINER',
      says: ['count_all() runs with the rights of its owner', 'ALTER FUNCTION count_all() SET search_path'],
    },
    {
      name: 'a procedure with another setting, in another schema',
      sql: [
        'CREATE SCHEMA crm',
        "CREATE PROCEDURE crm.tidy(days integer) LANGUAGE sql SECURITY DEFINER SET work_mem = '1MB' AS 'SELECT 1'",
      ],
      at: 'CREATE PROCEDURE',
      says: ['ALTER PROCEDURE crm.tidy(integer) SET search_path'],
    },
    {
      name: 'one that was there and ran as its caller',
      before: `${makes('')};`,
      sql: makes('SECURITY DEFINER'),
      at: 'SECURITY DEFINER',
      says: ['count_all()'],
    },
    {
      name: 'beside others of its name, and what is none',
      before: `${makes('').replace('count_all()', 'count_all(a int)')}; ${makes('SECURITY DEFINER').replace('count_all()', 'other()')}; CREATE TABLE a (id bigint PRIMARY KEY)`,
      sql: [
        'COMMENT ON TABLE a IS $$all$$',
        makes('').replace('count_all()', 'another()'),
        makes('STRICT SECURITY DEFINER').replace('count_all()', 'count_all(a int)'),
      ],
      at: 'SECURITY DEFINER',
      says: ['count_all(integer) runs'],
    },
  ],
  good: [
    {
      name: 'with a search_path',
      sql: makes('SECURITY DEFINER SET search_path = pg_catalog, pg_temp'),
      shows: 'the advice',
    },
    { name: 'it runs as its caller', sql: makes('') },
    { name: 'in so many words', sql: makes('SECURITY INVOKER') },
    {
      name: 'names are looked up when it is made',
      sql: makes('SECURITY DEFINER', 'BEGIN ATOMIC SELECT count(*) FROM pg_catalog.pg_class; END'),
    },
    {
      name: 'a later revision of the change gives it one',
      code: [
        execute(makes('SECURITY DEFINER')),
        execute('ALTER FUNCTION count_all() SET search_path = pg_catalog'),
      ],
    },
    {
      name: 'it is gone again',
      code: [execute(makes('SECURITY DEFINER')), execute('DROP FUNCTION count_all()')],
    },
    {
      name: 'it was so before',
      before: `${makes('SECURITY DEFINER')};`,
      sql: "COMMENT ON FUNCTION count_all() IS 'how many there are'",
    },
    { name: 'another word that is switched on', sql: makes('STRICT LEAKPROOF SECURITY INVOKER') },
  ],
};
