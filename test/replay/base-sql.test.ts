import { expect, test } from 'vitest';
import { withoutPsql } from '../../src/replay/base-sql.ts';

test("psql's own commands are left out", () => {
  expect(withoutPsql('\\restrict key\nCREATE TABLE a ();\n\\unrestrict key')).toBe('CREATE TABLE a ();');
});

test('COPY blocks become INSERTs, with the escapes of the text format', () => {
  const dump = [
    'COPY public.a (id, note) FROM stdin;',
    "1\tit's",
    '2\t\\N',
    '3\ta\\tb\\\\c',
    '\\.',
    'SELECT 1;',
  ].join('\n');
  expect(withoutPsql(dump).split('\n')).toEqual([
    "INSERT INTO public.a (id, note) OVERRIDING SYSTEM VALUE VALUES ('1', 'it''s');",
    "INSERT INTO public.a (id, note) OVERRIDING SYSTEM VALUE VALUES ('2', NULL);",
    "INSERT INTO public.a (id, note) OVERRIDING SYSTEM VALUE VALUES ('3', 'a\tb\\c');",
    'SELECT 1;',
  ]);
});
