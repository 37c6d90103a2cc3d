import '../support/sql.ts';
import { describe, expect, test } from 'vitest';
import { bodyOf } from '../../src/sql/bodies.ts';
import { commandsOf, readCommands } from '../../src/sql/commands.ts';
import { parseSql } from '../../src/sql/parse.ts';

const lines = (sql: string): readonly string[] => commandsOf(sql).map(({ line, text }) => `${line} ${text}`);
const inside = (sql: string): readonly string[] => lines(sql).filter((one) => !/^\d+ DO/.test(one));

describe('a DO block', () => {
  test('is followed by what is in it, each with its line', () => {
    const sql =
      'SELECT 1;\n-- é😀\nDO $$\nBEGIN\n  ALTER TABLE a ADD b int;\n\n  DROP TABLE c;\nEND $$;\nSELECT 2';
    expect(inside(sql)).toEqual(['1 SELECT 1', '5 ALTER TABLE a ADD b int', '7 DROP TABLE c', '9 SELECT 2']);
    expect(commandsOf(sql).map(({ kind }) => kind)).toContain('DoStmt');
  });

  test('is read in all its branches, loops and handlers', () => {
    const sql = `DO $$
DECLARE r record;
BEGIN
  IF true THEN TRUNCATE a; ELSIF false THEN LOCK TABLE a; ELSE DELETE FROM a; END IF;
  FOR r IN SELECT * FROM a LOOP
    UPDATE a SET b = 1; COMMIT;
  END LOOP;
  BEGIN INSERT INTO a VALUES (1); EXCEPTION WHEN others THEN DROP TABLE a; END;
  PERFORM f(1);
  ROLLBACK;
END $$`;
    expect(inside(sql)).toEqual([
      '4 TRUNCATE a',
      '4 LOCK TABLE a',
      '4 DELETE FROM a',
      '5 SELECT * FROM a',
      '6 UPDATE a SET b = 1',
      '6 COMMIT',
      '8 INSERT INTO a VALUES (1)',
      '8 DROP TABLE a',
      '9 SELECT f(1)',
      '10 ROLLBACK',
    ]);
    expect(readCommands(sql).unread).toEqual([]);
  });

  test('is read through EXECUTE of literals, and through blocks in blocks', () => {
    const sql = `DO $a$ BEGIN
  EXECUTE 'DROP TABLE ' || 'a; DROP TABLE b';
  EXECUTE $b$ALTER TABLE c DROP d$b$;
  DO $b$ BEGIN
    DROP TYPE e;
  END $b$;
END $a$`;
    expect(inside(sql)).toEqual([
      '2 DROP TABLE a',
      '2 DROP TABLE b',
      '3 ALTER TABLE c DROP d',
      '5 DROP TYPE e',
    ]);
    expect(readCommands(sql).unread).toEqual([]);
  });

  test('says what it makes while it runs', () => {
    const { commands, unread } = readCommands(
      "SELECT 1;\nDO $$ BEGIN\n EXECUTE format('DROP TABLE %I', x);\n EXECUTE 'DROP TABLE ' || x; EXECUTE 'a' - 'b'; END $$",
    );
    expect(commands.map(({ kind }) => kind)).toEqual(['SelectStmt', 'DoStmt']);
    expect(unread).toEqual([
      { why: 'dynamic', text: "format('DROP TABLE %I', x)", line: 3 },
      { why: 'dynamic', text: "'DROP TABLE ' || x", line: 4 },
      { why: 'dynamic', text: "'a' - 'b'", line: 4 },
    ]);
  });

  test('with escapes in its body has all its lines where it begins', () => {
    expect(inside("DO LANGUAGE plpgsql\nE'BEGIN\\n DROP TABLE a;\\n END'")).toEqual(['2 DROP TABLE a']);
  });

  test.each([
    ['no PL/pgSQL', '\nDO $$ BEGIN foo bar; END $$', 'syntax error at or near "foo"', 2],
    ['another language', 'DO LANGUAGE plpython3u $$ pass $$', 'language plpython3u', 1],
    ['broken SQL', "DO $$ BEGIN\nEXECUTE 'DROP TABEL a'; END $$", 'syntax error at or near "TABEL"', 2],
  ])('is unreadable where it is %s', (_, sql, text, line) => {
    expect(readCommands(sql).unread).toEqual([{ why: 'unreadable', text, line }]);
  });
});

describe('a function', () => {
  const bodyText = (sql: string) => {
    const [statement] = parseSql(sql).statements;
    if (!statement) throw new Error('nothing was read');
    const { inner, unread } = bodyOf(statement);
    return { inner: inner.map((one) => `${one.line} ${one.statement.text}`), unread };
  };

  test('is only made: what is in it is not executed', () => {
    const sql = 'CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN DROP TABLE a; END $$';
    expect(lines(sql)).toEqual([`1 ${sql}`]);
  });

  test('in PL/pgSQL or in SQL can be looked into', () => {
    const head = 'CREATE FUNCTION f() RETURNS void\nLANGUAGE';
    expect(bodyText(`${head} plpgsql AS $f$\nBEGIN\n DROP TABLE a; END $f$`).inner).toEqual([
      '4 DROP TABLE a',
    ]);
    expect(bodyText(`${head} sql AS '\nDROP TABLE a;\nDROP TABLE b'`).inner).toEqual([
      '3 DROP TABLE a',
      '4 DROP TABLE b',
    ]);
  });

  test('with a body that is no string holds no DDL, and does not stop the parser', () => {
    const sql = 'CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; END';
    for (let time = 0; time < 40; time += 1) expect(bodyText(sql)).toEqual({ inner: [], unread: [] });
    expect(inside('DO $$ BEGIN DROP TABLE a; END $$')).toEqual(['1 DROP TABLE a']);
  });
});

test('a statement that cannot be read is told with its line', () => {
  expect(readCommands('SELECT 1;\n\nfoo;\nSELECT 2')).toMatchObject({
    commands: [{ line: 1 }, { line: 4 }],
    unread: [{ why: 'unreadable', text: 'syntax error at or near "foo"', line: 3 }],
  });
});
