/** Which interpreter is taken, with the real programs that keep environments. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { pythonEnv } from '../../../scripts/python-env.ts';
import { findPython, type PythonRequest } from '../../../src/tools/alembic/python.ts';
import { testPython, writeProject } from '../../support/alembic.ts';

const good = pythonEnv(testPython);
const managers = dirname(pythonEnv('managers'));
/** Nothing but the basics: no Python with Alembic is on this path. */
const bare = { PATH: '/usr/bin:/bin', HOME: '/nonexistent' };

const find = (directory: string, more: Partial<PythonRequest> = {}) =>
  findPython({ directory, root: directory, env: bare, signal: new AbortController().signal, ...more });

/** An environment that another stands for: its interpreter is the good one. */
function environmentAt(directory: string): void {
  mkdirSync(join(directory, 'bin'), { recursive: true });
  writeFileSync(join(directory, 'bin', 'python'), `#!/bin/sh\nexec ${good} "$@"\n`, { mode: 0o755 });
}

test('the one that is named, and no other', async () => {
  const directory = await writeProject({});
  environmentAt(join(directory, '.venv'));
  expect(await find(directory, { python: good })).toEqual({ path: good, because: 'named with --python' });
});

test('an active environment before the one of the project', async () => {
  const directory = await writeProject({});
  for (const name of ['active', '.venv']) environmentAt(join(directory, name));
  const active = join(directory, 'active');
  expect(await find(directory, { env: { ...bare, VIRTUAL_ENV: active } })).toEqual({
    path: join(active, 'bin/python'),
    because: 'from VIRTUAL_ENV',
  });
});

test('a .venv of the project, or of a directory above it', async () => {
  const directory = await writeProject({ 'backend/alembic.ini': '' });
  environmentAt(join(directory, '.venv'));
  const expected = { path: join(directory, '.venv/bin/python'), because: 'from .venv' };
  expect(await find(directory)).toEqual(expected);
  expect(await find(join(directory, 'backend'), { root: directory })).toEqual(expected);
});

test('one that cannot import Alembic is passed over', async () => {
  const directory = await writeProject({});
  execFileSync('/usr/bin/env', ['python3', '-m', 'venv', '--without-pip', join(directory, '.venv')]);
  environmentAt(join(directory, 'venv'));
  expect(await find(directory)).toMatchObject({ because: 'from venv' });
});

test('an environment whose interpreter is gone is named among those that do not do', async () => {
  const directory = await writeProject({});
  mkdirSync(join(directory, '.venv/bin'), { recursive: true });
  symlinkSync('/nonexistent/python3', join(directory, '.venv/bin/python'));
  const env = { ...bare, VIRTUAL_ENV: join(directory, 'gone') };
  await expect(find(directory, { env })).rejects.toMatchObject({
    code: 'no-alembic',
    details: expect.arrayContaining([
      `${directory}/gone/bin/python (from VIRTUAL_ENV): there is no such program`,
      `${directory}/.venv/bin/python (from .venv): there is no such program`,
    ]),
  });
});

const lines = (text: string): readonly string[] => text.trim().split('\n');

/** Poetry only knows environments that it has made: this one finds the packages of the good one. */
function makeWithPoetry(directory: string, env: Readonly<Record<string, string>>): void {
  execFileSync('poetry', ['env', 'use', '--no-interaction', good], { cwd: directory, env, stdio: 'ignore' });
  const asked = execFileSync('poetry', ['env', 'info', '--executable'], {
    cwd: directory,
    env,
    encoding: 'utf8',
  });
  const made = lines(asked).at(-1) ?? '';
  const where = 'import site; print(site.getsitepackages()[0])';
  const [from = '', to = ''] = [good, made].map((python) =>
    execFileSync(python, ['-c', where], { encoding: 'utf8' }).trim(),
  );
  writeFileSync(join(to, 'good.pth'), from);
}

test.each<[string, Record<string, string>, (directory: string) => Record<string, string>]>([
  [
    'uv',
    { 'uv.lock': 'version = 1\nrequires-python = ">=3.8"\n' },
    () => ({ UV_PROJECT_ENVIRONMENT: dirname(dirname(good)) }),
  ],
  ['Poetry', { 'poetry.lock': '' }, (directory) => ({ POETRY_VIRTUALENVS_PATH: join(directory, 'kept') })],
  [
    'Pipenv',
    { 'Pipfile.lock': '{}', Pipfile: '' },
    (directory) => ({ WORKON_HOME: join(directory, 'kept'), PIPENV_CUSTOM_VENV_NAME: 'mine' }),
  ],
])('the environment that %s keeps', async (name, files, told) => {
  const project = '[project]\nname = "x"\nversion = "1"\nrequires-python = ">=3.8"\n';
  const directory = await writeProject({ 'pyproject.toml': project, ...files });
  const env = { ...bare, HOME: directory, PATH: `${managers}:${bare.PATH}`, ...told(directory) };
  mkdirSync(join(directory, 'kept'));
  if (name === 'Pipenv') symlinkSync(dirname(dirname(good)), join(directory, 'kept', 'mine'));
  if (name === 'Poetry') makeWithPoetry(directory, env);
  expect(await find(directory, { env })).toMatchObject({ because: `from ${name}` });
});

test('a folder called alembic in the project does not pass for the package', async () => {
  const directory = await writeProject({ 'alembic/__init__.py': '', 'alembic/config.py': '' });
  const failed = find(directory, { env: { PATH: '/usr/bin:/bin' } });
  await expect(failed).rejects.toMatchObject({
    code: 'no-alembic',
    message: 'No Python here can import alembic',
  });
});

test.each<[string, Partial<PythonRequest>, object]>([
  ['none at all', { env: { PATH: '/nonexistent' } }, { code: 'no-python', message: 'There is no Python' }],
  [
    'a name that is no program',
    { python: '/nonexistent/python' },
    { code: 'no-python', hint: expect.stringContaining('--python .venv/bin/python') },
  ],
  [
    'one without Alembic',
    { python: '/usr/bin/python3' },
    {
      code: 'no-alembic',
      message: '/usr/bin/python3 cannot import alembic',
      hint: expect.stringContaining('/usr/bin/python3 -m pip install alembic'),
    },
  ],
])('%s is one clear error', async (_, more, expected) => {
  await expect(find(await writeProject({}), more)).rejects.toMatchObject(expected);
});
