import { expect, test } from 'vitest';
import { pythonLines } from '../../src/rules/support/python-lines.ts';

const shown = (source: string): readonly string[] =>
  pythonLines(source).map(
    ({ startLine, endLine, indent, text }) =>
      `${startLine}-${endLine} ${indent.length} ${JSON.stringify(text)}`,
  );

test('a statement ends with its line, whatever stands behind it', () => {
  expect(shown('a = 1  # one\n\n  b\n# only a comment\n\tc')).toEqual([
    '1-1 0 "a = 1  # one"',
    '3-3 2 "  b"',
    '5-5 1 "\\tc"',
  ]);
});

test('a statement goes on in brackets, after a backslash, and in a literal over lines', () => {
  expect(shown('f(\n  a,  # one )\n\n  [b]\n)\nx = 1 + \\\n  2\ny = """\n# no ) comment\n"""\nz')).toEqual([
    '1-5 0 "f(\\n  a,  # one )\\n\\n  [b]\\n)"',
    '6-7 0 "x = 1 + \\\\\\n  2"',
    '8-10 0 "y = \\"\\"\\"\\n# no ) comment\\n\\"\\"\\""',
    '11-11 0 "z"',
  ]);
});

test.each([
  [`f(")", '(', '''(''', "\\")")`, 1],
  ['f(r"\\\\", "#")\ng', 2],
  ['f(r"\\"", 1)\ng', 2],
  ['"""a\\""")"""\nb', 2],
  ["'''\n'''\n''''''\nb", 3],
])('no bracket, comment or quote of a literal counts: %s', (source, statements) => {
  expect(pythonLines(source)).toHaveLength(statements);
});

test('pieces are the code alone, and know where they end', () => {
  const [line] = pythonLines('op.f("a", # b\n  1)  # c');
  expect(line?.pieces.map(({ text }) => text)).toEqual(['op', '.', 'f', '(', '"a"', ',', '1', ')']);
  expect(line?.pieces.at(-1)?.end).toBe('op.f("a", # b\n  1)'.length);
});

test('whether a literal goes over lines', () => {
  expect(pythonLines('f("a",\n"b")')[0]?.hasLongLiteral).toBe(false);
  expect(pythonLines('f("""a\nb""")')[0]?.hasLongLiteral).toBe(true);
});

test('a long file is read to its end', () => {
  expect(pythonLines('a\n'.repeat(100_000))).toHaveLength(100_000);
  expect(pythonLines(`"${'\\\n'.repeat(100_000)}"\nb`)).toHaveLength(2);
  expect(pythonLines(`(${'(\n'.repeat(100_000)}`)).toHaveLength(1);
});
