import { type Group, rows, tables } from '../sample.ts';

const written = { t: 'ROW EXCLUSIVE + scan', t_pkey: 'ROW EXCLUSIVE' };

export const rowsAndTypes: Group = {
  id: 'row',
  title: 'Rows, types and sequences',
  before: `${tables}\nCREATE SEQUENCE @seq;`,
  rows,
  samples: [
    { name: 'INSERT', sql: 'INSERT INTO @t (id) VALUES (0)', expected: { t: 'ROW EXCLUSIVE' } },
    {
      name: 'INSERT from a table',
      sql: 'INSERT INTO @p SELECT id + 5000 FROM @t',
      expected: { p: 'ROW EXCLUSIVE', t: 'ACCESS SHARE + scan' },
    },
    { name: 'UPDATE of all rows', sql: 'UPDATE @t SET n = 1', expected: written },
    { name: 'UPDATE without an index', sql: 'UPDATE @t SET n = 1 WHERE n > 500', expected: written },
    { name: 'DELETE of all rows', sql: 'DELETE FROM @t', expected: written },
    { name: 'SELECT', sql: 'SELECT count(*) FROM @t', expected: { t: 'ACCESS SHARE + scan' } },
    {
      name: 'SELECT FOR UPDATE',
      sql: 'SELECT id FROM @t FOR UPDATE',
      expected: { t: 'ROW SHARE + scan', t_pkey: 'ROW SHARE' },
    },
    {
      name: 'CREATE TABLE AS',
      sql: 'CREATE TABLE @new AS SELECT * FROM @t',
      expected: { t: 'ACCESS SHARE + scan' },
    },
    {
      name: 'DO with an ALTER TABLE in it',
      sql: 'DO $$ BEGIN ALTER TABLE @t ADD COLUMN c int; END $$',
      expected: { t: 'ACCESS EXCLUSIVE' },
    },
    { name: 'CREATE TYPE AS ENUM', sql: "CREATE TYPE @ty AS ENUM ('a')", expected: {} },
    { name: 'ALTER TYPE ADD VALUE', sql: "ALTER TYPE @mood ADD VALUE 'new'", expected: {} },
    {
      name: 'ALTER TYPE ADD VALUE, used in the same transaction',
      first: "ALTER TYPE @mood ADD VALUE 'new'",
      sql: "UPDATE @t SET mood = 'new'",
      expected: '55P04',
    },
    { name: 'ALTER TYPE RENAME VALUE', sql: "ALTER TYPE @mood RENAME VALUE 'sad' TO 'low'", expected: {} },
    { name: 'DROP TYPE that is used', sql: 'DROP TYPE @mood', expected: '2BP01' },
    { name: 'DROP TYPE CASCADE', sql: 'DROP TYPE @mood CASCADE', expected: { t: 'ACCESS EXCLUSIVE' } },
    {
      name: 'ALTER SEQUENCE RESTART',
      sql: 'ALTER SEQUENCE @seq RESTART',
      expected: { seq: 'SHARE ROW EXCLUSIVE' },
    },
    {
      name: 'ALTER SEQUENCE OWNED BY',
      sql: 'ALTER SEQUENCE @seq OWNED BY @t.n',
      expected: { seq: 'SHARE ROW EXCLUSIVE' },
    },
    { name: 'DROP SEQUENCE', sql: 'DROP SEQUENCE @seq', expected: { seq: 'ACCESS EXCLUSIVE' } },
    {
      name: 'UPDATE from another table',
      sql: 'UPDATE @t SET n = p.id FROM @p p WHERE p.id = @t.id',
      expected: { ...written, p: 'ACCESS SHARE + scan' },
    },
    { name: 'INSERT that is refused', sql: 'INSERT INTO @t (id) VALUES (NULL)', expected: '23502' },
  ],
};
