import type { LiveCases } from '../case.ts';

const before = 'CREATE FUNCTION tax(numeric) RETURNS numeric LANGUAGE sql AS $$ SELECT $1 * 0.2 $$';

export const cases: LiveCases = {
  bad: [
    {
      name: 'a function',
      before,
      sql: 'DROP FUNCTION tax(numeric)',
      at: 'DROP FUNCTION',
      says: ['The function tax(numeric) is dropped, and what calls it fails', 'in a later release'],
    },
    {
      name: 'a procedure in another schema',
      before: 'CREATE SCHEMA shop; CREATE PROCEDURE shop.tidy() LANGUAGE sql AS $$ SELECT 1 $$',
      sql: 'DROP PROCEDURE shop.tidy()',
      at: 'DROP PROCEDURE',
      says: ['The procedure shop.tidy() is dropped'],
    },
    {
      name: 'an extension',
      before: 'CREATE EXTENSION pg_trgm',
      sql: 'DROP EXTENSION pg_trgm',
      at: 'DROP EXTENSION',
      says: ['The extension pg_trgm is dropped, and what calls its functions fails'],
    },
    {
      name: 'among others of its name and of its kind',
      before: `CREATE SCHEMA shop; ${before}; CREATE FUNCTION "tax" (a text) RETURNS text LANGUAGE sql AS $$ SELECT $1 $$; ${before.replace('tax', 'shop.levy')}; CREATE FUNCTION old() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$`,
      sql: [
        'DROP FUNCTION old()',
        before.replace('tax', 'other'),
        'DROP FUNCTION shop.levy(numeric), tax(numeric)',
        'CREATE TABLE tax (id bigint PRIMARY KEY)',
      ],
      at: 'shop.levy',
      says: ['The function shop.levy(numeric) is dropped', 'The function tax(numeric) is dropped'],
      omits: ['old()'],
      times: 2,
    },
    {
      name: 'a name that ends like another',
      before: `${before}; ${before.replace('tax', 'syntax')}`,
      sql: ['DROP FUNCTION tax(numeric)', 'CREATE PROCEDURE tax() LANGUAGE sql AS $$ SELECT 1 $$'],
      at: 'DROP FUNCTION',
      says: ['The function tax(numeric) is dropped'],
    },
  ],
  good: [
    {
      name: 'replaced',
      before,
      sql: before.replace('CREATE', 'CREATE OR REPLACE').replace('0.2', '0.19'),
    },
    {
      name: 'a new version with other arguments',
      before,
      sql: ['DROP FUNCTION tax(numeric)', before.replace('tax(numeric)', 'tax(numeric, text)')],
    },
    {
      name: 'made again',
      before,
      sql: ['DROP FUNCTION tax(numeric)', before.replace('0.2', '0.19')],
    },
    {
      name: 'a trigger function',
      before: 'CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$',
      sql: 'DROP FUNCTION touch()',
    },
    {
      name: 'of an earlier revision of the same change',
      code: [before, 'DROP FUNCTION tax(numeric)'].map((sql) => `def upgrade():\n    op.execute("${sql}")\n`),
    },
    { name: 'another kind of thing', before: 'CREATE SEQUENCE numbers', sql: 'DROP SEQUENCE numbers' },
  ],
};
