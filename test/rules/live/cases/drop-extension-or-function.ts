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
