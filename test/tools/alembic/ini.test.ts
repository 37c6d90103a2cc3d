/** An ini file says to us what it says to Python. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { pythonEnv } from '../../../scripts/python-env.ts';
import { readIni } from '../../../src/tools/alembic/ini.ts';

const reader = `
import configparser, json, sys
ini = configparser.ConfigParser(interpolation=None, strict=False, default_section="nowhere", allow_no_value=True)
ini.read_string(sys.stdin.read())
print(json.dumps({section: {k: "\\n".join(filter(None, v.split("\\n"))) for k, v in ini.items(section) if v is not None} for section in ini.sections()}))
`;

function toPython(text: string): unknown {
  const { stdout, stderr } = spawnSync(pythonEnv('current'), ['-c', reader], {
    input: text,
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

/** Lines of a value that hold nothing mean nothing. */
const withoutBlanks = (value: string): string => value.split('\n').filter(Boolean).join('\n');

const toUs = (text: string): unknown =>
  Object.fromEntries(
    [...readIni(text)].map(([section, options]) => [
      section,
      Object.fromEntries([...options].map(([name, value]) => [name, withoutBlanks(value)])),
    ]),
  );

test.each([
  [
    'options of both spellings',
    '[alembic]\nscript_location = migrations\nsqlalchemy.url: postgresql://x:y@z/w\n',
  ],
  ['names in capitals', '[alembic]\nScript_Location=Migrations\n'],
  ['values of several lines', '[a]\nversion_locations =\n  one\n  two\n\n  three\nother = x\n'],
  ['comments between them', '[a]\nv = 1\n# no\n  2\n; no\n  # no\n  3\n'],
  ['what looks like a comment behind a value', '[a]\nv = 1 # one\nw = 2 ; two\n'],
  ['what looks like a heading or an option in a value', '[a]\nv =\n  [b]\n  c = d\ne = f\n'],
  ['indented options', '[a]\n  v = 1\n  w = 2\n    3\n'],
  ['an indented heading', '[a]\n [b]\nv = 1\n'],
  ['values without anything', '[a]\nv =\nw\nx = 1\n'],
  ['a section of two parts, and an option of two values', '[a]\nv = 1\n[b]\n[a]\nw = 2\nv = 3\n'],
  ['lines of Windows', '[a]\r\nv = 1\r\n  2\r\n'],
  ['signs of interpolation', '[DEFAULT]\nh = 1\n[a]\nv = %(here)s/x%%y\n'],
])('%s', (_, text) => {
  const theirs = toPython(text);
  expect(toUs(text)).toEqual(theirs);
  expect(theirs).not.toEqual({});
});
