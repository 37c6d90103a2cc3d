/** What a history is read from without Python is all that Alembic reads, or nothing is said. */
import { spawnSync } from 'node:child_process';
import { relative } from 'node:path';
import { expect, test } from 'vitest';
import { pythonEnv } from '../../../scripts/python-env.ts';
import { detectProjects } from '../../../src/tools/alembic/detect.ts';
import { sourcesOf } from '../../../src/tools/alembic/sources.ts';
import { temporary } from '../../support/temporary.ts';

const reader = `
import json, os, sys
from alembic.config import Config
from alembic.script import ScriptDirectory
def locations(cwd, file, given):
    os.chdir(cwd)
    config = Config(toml_file=file) if file.endswith("toml") else Config(file)
    if given: config.set_main_option("script_location", given)
    scripts = ScriptDirectory.from_config(config)
    return [os.path.abspath(path) for path in [scripts.dir, *scripts._version_locations]]
print(json.dumps([locations(*project) for project in json.load(sys.stdin)]))
`;

async function sourcesIn(files: Readonly<Record<string, string>>) {
  const root = await temporary({ 'migrations/env.py': '', 'one/a.py': '', 'two/b.py': '', ...files });
  const [detection] = await detectProjects({ directory: root, root });
  if (!detection) throw new Error('There is no project');
  const sources = await sourcesOf(detection);
  return { root, detection, sources: sources?.map((path) => relative(root, path)) };
}

const ini = (lines: string): Record<string, string> => ({ 'alembic.ini': `[alembic]\n${lines}\n` });
const toml = (lines: string): Record<string, string> => ({
  'pyproject.toml': `[project]\nname = "x"\n\n[tool.alembic]\n${lines}\n\n[tool.ruff]\nversion_locations = 3\n`,
});

const readable: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[]])[] = [
  ['a relative location', ini('script_location = migrations'), ['migrations']],
  ['one beside the file', ini('script_location = %(here)s/migrations'), ['migrations']],
  ['several by blanks', ini('script_location = migrations\nversion_locations = one two'), ['one', 'two']],
  [
    'several by colons',
    ini('script_location = migrations\npath_separator = os\nversion_locations = %(here)s/one:%(here)s/two'),
    ['one', 'two'],
  ],
  [
    'several by lines',
    ini('script_location = migrations\npath_separator = newline\nversion_locations =\n  one\n  two'),
    ['one', 'two'],
  ],
  [
    'several by an older separator',
    ini('script_location = migrations\nversion_path_separator = ;\nversion_locations = one;two'),
    ['one', 'two'],
  ],
  [
    'some that all sections have',
    { 'alembic.ini': '[DEFAULT]\nversion_locations = one\n[alembic]\nscript_location = migrations\n' },
    ['migrations', 'one'],
  ],
  ['a layout of Flask-Migrate', { 'migrations/alembic.ini': '[alembic]\n' }, ['migrations']],
  ['pyproject.toml', toml('script_location = "%(here)s/migrations"'), ['migrations']],
  [
    'pyproject.toml with several',
    toml(`script_location = 'migrations'\nversion_locations = [\n  "one",\n  '%(here)s/two',\n]`),
    ['one', 'two'],
  ],
];

test('what Alembic reads is among what is found without it', async () => {
  const projects = await Promise.all(readable.map(([, files]) => sourcesIn(files)));
  const asked = projects.map(({ detection: { directory, config } }) => [
    directory,
    config['file'],
    config['scriptLocation'] ?? '',
  ]);
  const answer = spawnSync(pythonEnv('current'), ['-W', 'ignore', '-c', reader], {
    input: JSON.stringify(asked),
    encoding: 'utf8',
  });
  expect(answer.stderr).toBe('');
  const read = JSON.parse(answer.stdout) as readonly (readonly string[])[];
  const missed = projects.map(({ root, sources }, at) =>
    (read[at] ?? [])
      .map((path) => relative(root, path))
      .filter((path) => !sources?.some((source) => path === source || path.startsWith(`${source}/`))),
  );
  expect(read.flat().length).toBeGreaterThan(readable.length * 2);
  expect(missed).toEqual(readable.map(() => []));
});

test.each(readable)('%s is found', async (_, files, expected) => {
  const { detection, sources } = await sourcesIn(files);
  expect(sources).toEqual(expect.arrayContaining([...expected, detection.project.file]));
});

const unreadable: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['a package', ini('script_location = shop:migrations')],
  ['a value of another value', ini('where = %(here)s\nscript_location = %(where)s/migrations')],
  ['a directory that is not there', ini('script_location = migrations\nversion_locations = one three')],
  [
    'a name with a blank',
    { 'a b/c.py': '', ...ini('script_location = migrations\nversion_locations = a b') },
  ],
  [
    'a second configuration beside the first',
    { ...ini('script_location = migrations'), ...toml('version_locations = ["one"]') },
  ],
  [
    'a list that is no list of plain strings',
    toml('script_location = "migrations"\nversion_locations = [ """one""" ]'),
  ],
  ['a string with an escape', toml('script_location = "migr\\u0061tions"')],
];

test.each(unreadable)('%s is left to Python', async (_, files) => {
  expect((await sourcesIn(files)).sources).toBeUndefined();
});
