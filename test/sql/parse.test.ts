import '../support/sql.ts';
import { describe, expect, test } from 'vitest';
import { type ParsedStatement, parseSql } from '../../src/sql/parse.ts';

const texts = (sql: string): readonly string[] => parseSql(sql).statements.map(({ text }) => text);
const kinds = (sql: string): readonly string[] => parseSql(sql).statements.map(({ kind }) => kind);
const messages = (sql: string): readonly string[] => parseSql(sql).errors.map(({ message }) => message);
const chain = (operators: number): string => `SELECT 1${' + 1'.repeat(operators)}`;

describe('where statements stand', () => {
  test.each([
    ['one without a semicolon', 'SELECT 1', ['SELECT 1']],
    ['blanks and comments around', '-- a\n  SELECT 1 ;\n/* b */ SELECT 2  ', ['SELECT 1', 'SELECT 2']],
    [
      'wide letters before',
      "SELECT 'é😀'; ALTER TABLE ä ADD b int",
      ["SELECT 'é😀'", 'ALTER TABLE ä ADD b int'],
    ],
    ['a byte order mark', '\uFEFFSELECT 1', ['SELECT 1']],
    [
      'nested dollar quotes',
      'DO $a$ BEGIN EXECUTE $b$;$b$; END $a$; SELECT 1',
      ['DO $a$ BEGIN EXECUTE $b$;$b$; END $a$', 'SELECT 1'],
    ],
    [
      'semicolons in strings',
      "SELECT ';', E'\\';', $$;$$; SELECT 2",
      ["SELECT ';', E'\\';', $$;$$", 'SELECT 2'],
    ],
    ['nothing', '', []],
    ['a comment alone', '-- nothing', []],
    ['semicolons alone', ' ;; ', []],
  ])('%s', (_, sql, expected) => {
    expect(texts(sql)).toEqual(expected);
    expect(messages(sql)).toEqual([]);
  });

  test('the offsets are those of the text, whatever stands in it', () => {
    const pieces = ['a', 'é', '漢', '😀', '\u0000'.replace('\u0000', 'z'), '\n'];
    for (let seed = 1; seed < 300; seed += 1) {
      const word = Array.from(
        { length: 6 },
        (_, at) => pieces[(seed * (at + 7)) % (pieces.length - (at % 2))],
      ).join('');
      const sql = `/* ${word} */ SELECT '${word}' ;  --${word.replaceAll('\n', '')}\n\tDROP TABLE "${word}"`;
      const { statements, errors } = parseSql(sql);
      expect(errors).toEqual([]);
      expect(statements.map(({ start, end }) => sql.slice(start, end))).toEqual([
        `SELECT '${word}'`,
        `DROP TABLE "${word}"`,
      ]);
      expect(statements.map(({ text }) => text)).toEqual(
        statements.map(({ start, end }) => sql.slice(start, end)),
      );
    }
  });
});

describe('what cannot be read', () => {
  test('is told with its place, also behind letters that take two units', () => {
    const sql = "SELECT '😀'; foo";
    expect(parseSql(sql).errors).toEqual([
      { message: 'syntax error at or near "foo"', at: sql.indexOf('foo') },
    ]);
  });

  test('does not hide the others', () => {
    const sql = 'SELECT 1; CREATE FUCTION f; SELECT 2';
    expect(texts(sql)).toEqual(['SELECT 1', 'SELECT 2']);
    expect(parseSql(sql).errors).toEqual([
      { message: 'syntax error at or near "FUCTION"', at: sql.indexOf('FUCTION') },
    ]);
    expect(parseSql(sql).statements[1]?.start).toBe(sql.indexOf('SELECT 2'));
  });

  test('nor does a routine with statements of its own get cut', () => {
    const body = 'BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END';
    const sql = `SELECT 1 FROM; CREATE FUNCTION f() RETURNS int ${body}; BEGIN; SELECT 3; END`;
    expect(kinds(sql)).toEqual(['CreateFunctionStmt', 'TransactionStmt', 'SelectStmt', 'TransactionStmt']);
    expect(texts(sql)[0]).toBe(`CREATE FUNCTION f() RETURNS int ${body}`);
  });

  test('nor is a transaction taken for such a body', () => {
    expect(texts('BEGIN; foo; SELECT 1; END')).toEqual(['BEGIN', 'SELECT 1', 'END']);
  });

  test('nor a rule with its commands in parentheses', () => {
    const rule = 'CREATE RULE r AS ON INSERT TO a DO ALSO (DELETE FROM b; DELETE FROM c)';
    expect(texts(`foo; ${rule}; SELECT 1`)).toEqual([rule, 'SELECT 1']);
  });

  test('a string that never ends takes what follows with it, and nothing before', () => {
    const sql = "SELECT 1; SELECT 'abc; SELECT 2";
    expect(texts(sql)).toEqual(['SELECT 1']);
    expect(messages(sql)).toEqual(['unterminated quoted string at or near "\'abc; SELECT 2"']);
    expect(texts("SELECT 1; foo; SELECT 'abc")).toEqual(['SELECT 1']);
  });

  test('the rows behind COPY FROM STDIN are no SQL', () => {
    const sql = 'COPY a FROM stdin;\n1\tx\n2\ty\n\\.\n';
    expect(kinds(sql)).toEqual(['CopyStmt']);
    expect(parseSql(sql).errors).not.toEqual([]);
  });

  test('what would end a text for the parser is refused, not read as the end', () => {
    expect(parseSql('SELECT 1;\0DROP TABLE a')).toEqual({
      statements: [],
      errors: [{ message: 'invalid byte sequence: 0x00', at: 9 }],
    });
  });

  test('what the parser names no place for is told where the text begins', () => {
    const [error] = parseSql("SELECT E'\\xff'").errors;
    expect(error).toEqual({ message: expect.stringContaining('invalid byte sequence'), at: 0 });
  });

  test('a text of more than a megabyte is left unread', () => {
    expect(messages(`SELECT '${'x'.repeat(1_048_576)}'`)).toEqual([
      'longer than 1048576 characters, not read',
    ]);
  });
});

describe('what is nested too deeply', () => {
  test('forty times in a row leaves the parser well', () => {
    for (let time = 0; time < 40; time += 1)
      expect(messages(chain(10_000 + time))).toEqual(['nested too deeply to be read']);
    expect(kinds('SELECT 1')).toEqual(['SelectStmt']);
    expect(kinds(chain(500))).toEqual(['SelectStmt']);
  });

  test('does not hide its neighbours', () => {
    expect(texts(`SELECT 1; ${chain(10_100)}; SELECT 2`)).toEqual(['SELECT 1', 'SELECT 2']);
  });
});

test('the tree is the one of its kind', () => {
  const [statement] = parseSql('DROP TABLE a CASCADE').statements;
  expect((statement as ParsedStatement<'DropStmt'>).node.behavior).toBe('DROP_CASCADE');
});

test('the same text gives the same object', () => {
  expect(parseSql('SELECT 42')).toBe(parseSql('SELECT 42'));
});

test('of what cannot be read as a whole each statement stands where it stands', () => {
  const sql = ' foo ; SELECT 1 ;; bar;';
  const { statements, errors } = parseSql(sql);
  expect(statements).toMatchObject([{ text: 'SELECT 1', start: 7, end: 15 }]);
  expect(errors.map(({ at }) => at)).toEqual([1, 19]);
  expect(parseSql('\0').errors).toEqual([{ message: 'invalid byte sequence: 0x00', at: 0 }]);
  expect(messages(`${' '.repeat(1_048_575)};`)).toEqual([]);
  expect(parseSql(' foo').errors).toHaveLength(1);
});
