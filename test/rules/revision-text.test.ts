import { describe, expect, test } from 'vitest';
import { doesTheSame, parentsLine, writtenRevision } from '../../src/rules/support/revision-text.ts';

describe('what a file says of itself', () => {
  test.each([
    ['revision = "a"\ndown_revision = "b"\n', 'a', ['b']],
    ["revision: str = 'a'\ndown_revision: Union[str, None] = None\n", 'a', []],
    ['revision = "a"\ndown_revision = (\n    "b",\n    \'c\',\n)\n', 'a', ['b', 'c']],
    ['revision = "a"\ndown_revision = ["b"]\n', 'a', ['b']],
    ['revision = ""\ndown_revision = "b"\n', '', ['b']],
  ])('%j', (text, id, parents) => {
    expect(writtenRevision(text)).toEqual({ id, parents });
  });

  test.each([
    'revision = "a"\n',
    'down_revision = "a"\n',
    'revision = make()\ndown_revision = "b"\n',
    'revision = "a"\ndown_revision = parents()\n',
    'x.revision = "a"\ndown_revision = "b"\n',
  ])('nothing where it is not written down: %j', (text) => {
    expect(writtenRevision(text)).toBeUndefined();
  });
});

test('the line that names the parents', () => {
  const line = (source: string) => parentsLine({ source, place: { file: 'a.py', line: 7 } });
  expect(line('down_revision = None\n')).toBe(1);
  expect(line('# down_revision\nrevision = "a"\ndown_revision: str = "b"\n')).toBe(3);
  expect(line('revision = "a"\ndown_revisions = 1\n')).toBe(7);
});

describe('two texts', () => {
  test.each([
    ['comments', 'a = 1  # one\n', '# two\na = 1\n'],
    ['blanks and line breaks', 'f(a,\n  b)\n', 'f(a, b)'],
    ['quotes', "f('a')", 'f("a")'],
    ['a comma at the end', 'f(\n    a,\n)', 'f(a)'],
    ['the first docstring', '"""one"""\na = 1\n', "\n# x\n'''two\nlines'''\na = 1\n"],
    ['no docstring', 'a = 1\n', "'''two'''\na = 1\n"],
  ])('do the same, apart from %s', (_, one, other) => {
    expect(doesTheSame(one, other)).toBe(true);
  });

  test.each([
    ['other strings', 'f("a")', 'f("b")'],
    ['blanks in strings', 'f("a b")', 'f("ab")'],
    ['a # in a string', 'f("a # b")', 'f("a # c")'],
    ['a string below', 'a = 1\n"""one"""\n', 'a = 1\n"""two"""\n'],
    ['a string of lines below', "a = 1\n'''one'''\n", "a = 1\n'''two'''\n"],
    ['quotes in quotes', `f('"a"')`, `f("'a'")`],
    ['other commands', 'f(1)', 'f(2)'],
  ])('do not, with %s', (_, one, other) => {
    expect(doesTheSame(one, other)).toBe(false);
  });
});
