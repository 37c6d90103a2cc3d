import '../support/sql.ts';
import { expect, test } from 'vitest';
import { parseBody, parseTree, scanTokens } from '../../src/sql/engine.ts';

/** A body that is no string: the reader of PL/pgSQL stops at it. */
const stopping = 'CREATE FUNCTION f() RETURNS int LANGUAGE sql RETURN 1';
const block = 'DO $$ BEGIN DROP TABLE a; END $$';

test('what stops the parser is told like a refusal, and it reads on, however often that happens', () => {
  for (let time = 0; time < 50; time += 1)
    expect(parseBody(stopping)).toEqual({
      refusal: { message: expect.stringMatching(/^the parser stopped: .+/) },
    });
  expect(parseBody(block)).toEqual({ json: expect.stringContaining('DROP TABLE a') });
  expect(parseTree('SELECT 1')).toEqual({ json: expect.stringContaining('SelectStmt') });
  expect(scanTokens('SELECT 1')).toEqual({ json: expect.stringContaining('SELECT') });
});

test('a refusal has the place that the parser names, in code points', () => {
  expect(parseTree("SELECT '😀'; foo")).toEqual({
    refusal: { message: 'syntax error at or near "foo"', at: 12 },
  });
  expect(parseTree('foo')).toMatchObject({ refusal: { at: 0 } });
});

test('and none where it names none', () => {
  const message = 'unterminated quoted string at or near "\'a"';
  expect(scanTokens("'a")).toEqual({ refusal: { message } });
  expect(parseTree("SELECT E'\\xff'")).toEqual({
    refusal: { message: expect.stringContaining('invalid byte sequence') },
  });
});
