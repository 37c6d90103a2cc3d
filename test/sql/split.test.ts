import '../support/sql.ts';
import { expect, test } from 'vitest';
import { split } from '../../src/sql/split.ts';

/** The pieces of a text, blanks at their ends aside. */
const pieces = (sql: string, readable = sql.length): readonly string[] =>
  split(sql, readable).map(({ start, end }) => sql.slice(start, end).trim());

test.each([
  ['a; b;c', ['a', 'b', 'c']],
  ['a;', ['a', '']],
  ['', ['']],
  ['a -- ; (\n; b', ['a -- ; (', 'b']],
  ['a \';\' "(" $$;$$; b', ['a \';\' "(" $$;$$', 'b']],
  ['a ((b; c); d); e', ['a ((b; c); d)', 'e']],
  ['a ) ; b (c; d) ; e', ['a )', 'b (c; d)', 'e']],
  ['BEGIN; a; END; b', ['BEGIN', 'a', 'END', 'b']],
  ['SELECT CASE WHEN true; a; b', ['SELECT CASE WHEN true', 'a', 'b']],
  ['SELECT function; BEGIN; a; END', ['SELECT function', 'BEGIN', 'a', 'END']],
  ['CREATE TABLE a; BEGIN; b; END', ['CREATE TABLE a', 'BEGIN', 'b', 'END']],
  ['CREATE TRIGGER a EXECUTE FUNCTION b; BEGIN; c', ['CREATE TRIGGER a EXECUTE FUNCTION b', 'BEGIN', 'c']],
  [
    'CREATE TRIGGER a AFTER UPDATE EXECUTE FUNCTION begin; c',
    ['CREATE TRIGGER a AFTER UPDATE EXECUTE FUNCTION begin', 'c'],
  ],
  [
    'CREATE FUNCTION f() BEGIN ATOMIC a; CASE b END; c; END; d; e',
    ['CREATE FUNCTION f() BEGIN ATOMIC a; CASE b END; c; END', 'd', 'e'],
  ],
  [
    'CREATE OR REPLACE PROCEDURE f() begin atomic a; end; d; e',
    ['CREATE OR REPLACE PROCEDURE f() begin atomic a; end', 'd', 'e'],
  ],
  ['CREATE FUNCTION f() END; d BEGIN; e', ['CREATE FUNCTION f() END', 'd BEGIN', 'e']],
  ['CREATE FUNCTION f() AS x; BEGIN; a; END', ['CREATE FUNCTION f() AS x', 'BEGIN', 'a', 'END']],
  ['/* CREATE FUNCTION */ BEGIN; a', ['/* CREATE FUNCTION */ BEGIN', 'a']],
])('%s', (sql, expected) => {
  expect(pieces(sql)).toEqual(expected);
});

test('behind what the scanner can read all is one piece', () => {
  const sql = "a; b; c 'd; e";
  expect(pieces(sql, sql.indexOf("'"))).toEqual(['a', 'b', "c 'd; e"]);
  expect(pieces("'a; b", 0)).toEqual(["'a; b"]);
});
