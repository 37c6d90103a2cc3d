import { expect, test } from 'vitest';
import { SetupError } from '../../../src/model/setup-error.ts';
import { alembic } from '../../../src/tools/alembic/tool.ts';
import { openProject } from '../../../src/tools/open.ts';
import { envPy, writeProject } from '../../support/alembic.ts';

const ini = '[alembic]\nscript_location = migrations\n';
const nothing = { 'alembic.ini': '', 'migrations/env.py': '' };

async function found(files: Record<string, string>, named: { config?: string; name?: string } = {}) {
  const directory = await writeProject({ ...nothing, ...files });
  const where = { directory, root: directory };
  return (await alembic.detect(where, named)).map(
    ({ project }) => `${project.directory}: ${project.because}`,
  );
}

test.each<[string, Record<string, string>, string[]]>([
  ['alembic.ini in the directory', { 'alembic.ini': ini }, ['.: alembic.ini, section [alembic]']],
  [
    'alembic.ini in a directory below',
    { 'backend/alembic.ini': ini },
    ['backend: backend/alembic.ini, section [alembic]'],
  ],
  [
    'the one in the directory, not those below',
    { 'alembic.ini': ini, 'other/alembic.ini': ini },
    ['.: alembic.ini, section [alembic]'],
  ],
  [
    'several below',
    { 'a/alembic.ini': ini, 'b/alembic.ini': ini },
    ['a: a/alembic.ini, section [alembic]', 'b: b/alembic.ini, section [alembic]'],
  ],
  [
    'pyproject.toml',
    { 'pyproject.toml': '[project]\nname = "x"\n\n[tool.alembic]\nscript_location = "migrations"\n' },
    ['.: pyproject.toml, section [alembic]'],
  ],
  ['a pyproject.toml without alembic', { 'pyproject.toml': '[tool.black]\nscript_location = 1\n' }, []],
  [
    'the layout of Flask-Migrate',
    { 'migrations/alembic.ini': '[alembic]\n', 'migrations/env.py': 'x' },
    ['.: migrations/alembic.ini, section [alembic]'],
  ],
  ['an ini file of something else', { 'alembic.ini': '[loggers]\nkeys = root\n' }, []],
  [
    'what is installed is no project',
    { 'node_modules/x/alembic.ini': ini, '.venv/lib/alembic.ini': ini },
    [],
  ],
  [
    'sections beside the usual one are told',
    { 'alembic.ini': `${ini}[reports]\nscript_location = r\n` },
    ['.: alembic.ini, section [alembic] (there is also --name reports)'],
  ],
  [
    'without the usual one all sections are projects',
    { 'alembic.ini': '[a]\nscript_location = a\n[b]\nscript_location = b\n' },
    [
      '.: alembic.ini, section [a] (there is also --name b)',
      '.: alembic.ini, section [b] (there is also --name a)',
    ],
  ],
])('%s', async (_, files, expected) => {
  expect(await found(files)).toEqual(expected);
});

test('a section or a file that is named is the one', async () => {
  const files = { 'alembic.ini': `${ini}[reports]\nscript_location = r\n`, 'etc/other.ini': ini };
  expect(await found(files, { name: 'reports' })).toEqual([
    '.: alembic.ini, section [reports] (there is also --name alembic)',
  ]);
  expect(await found(files, { config: 'etc/other.ini' })).toEqual(['etc: etc/other.ini, section [alembic]']);
});

test.each<[string, Record<string, string>, { config?: string; name?: string }, string, string]>([
  [
    'a file that is not there',
    {},
    { config: 'none.ini' },
    'The configuration file none.ini cannot be read',
    'Name the alembic.ini',
  ],
  [
    'a section that is not there',
    { 'alembic.ini': ini },
    { config: 'alembic.ini', name: 'nope' },
    'alembic.ini has no section [nope] with a script_location',
    '--name alembic',
  ],
  ['no project', {}, {}, 'There are no migrations in', 'migrate-check backend/'],
  [
    'only a template',
    { 'alembic.ini.example': ini },
    {},
    'There are no migrations in',
    'migrate-check --config alembic.ini.example',
  ],
  [
    'two projects',
    { 'a/alembic.ini': ini, 'b/alembic.ini': ini },
    {},
    'There are 2 projects in',
    'migrate-check a',
  ],
  [
    'two sections',
    { 'alembic.ini': '[a]\nscript_location = a\n[b]\nscript_location = b\n' },
    {},
    'There are 2 projects in',
    '--name a',
  ],
])('%s is refused', async (_, files, named, message, hint) => {
  const directory = await writeProject({ ...nothing, ...files });
  const where = { directory, root: directory };
  const open = openProject({
    where,
    x: [],
    env: process.env,
    signal: new AbortController().signal,
    ...named,
  });
  const error = await open.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  if (!(error instanceof SetupError)) throw new Error(`expected a SetupError, got ${error}`);
  expect(error.message).toContain(message);
  expect(error.hint).toContain(hint);
});

test('no code of the project runs while it is looked for', async () => {
  const directory = await writeProject({ 'migrations/env.py': `raise SystemExit\n${envPy()}` });
  const where = { directory, root: directory };
  expect(await alembic.detect(where)).toHaveLength(1);
});
