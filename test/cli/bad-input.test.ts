import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pythonEnv } from '../../scripts/python-env.ts';
import { envPy, revisionPy, writeProject } from '../support/alembic.ts';
import { temporary } from '../support/temporary.ts';
import { refused } from './support/refused.ts';
import { typed, withPython } from './support/typed.ts';

const ini = '[alembic]\nscript_location = migrations\n';
const revision = revisionPy('0001', null, 'op.execute("CREATE TABLE t (a int)")', 'op.drop_table("t")');
const oneRevision = { 'migrations/versions/0001.py': revision };

describe('the project', () => {
  test('is not there', async () => {
    const cwd = await temporary({ 'readme.md': '' });
    expect(await refused(cwd, [])).toBe(
      `Error: There are no migrations in ${cwd}: no alembic.ini with a script_location, and no [tool.alembic] in a pyproject.toml\n` +
        'Name the directory that has them (migrate-check backend/), or the file (migrate-check --config path/to/alembic.ini)\n',
    );
  });

  test('is there twice', async () => {
    const cwd = await temporary({ 'a/alembic.ini': ini, 'b/alembic.ini': ini });
    expect(await refused(cwd, [])).toBe(
      `Error: There are 2 projects in ${cwd}\nCheck one at a time: migrate-check a\n\n` +
        '  a  (a/alembic.ini, section [alembic])\n  b  (b/alembic.ini, section [alembic])\n',
    );
  });

  test.each([
    ['not ini at all', 'Dear diary,\ntoday I migrated.\n'],
    ['binary', '\u0000\u0001\u0002\u0003\n'],
    ['empty', ''],
  ])('has an alembic.ini that is %s', async (_, text) => {
    const cwd = await temporary({ 'alembic.ini': text });
    expect(await refused(cwd, [])).toContain('its alembic.ini is without a script_location\n');
    expect(await refused(cwd, ['--config', 'alembic.ini'])).toContain(
      'alembic.ini has no section [alembic] with a script_location\nName the file that has script_location\n',
    );
  });

  test.each([
    [
      'an option twice',
      `${ini}script_location = other\n`,
      `3 cannot be opened: option 'script_location' in section 'alembic' already exists`,
    ],
    ['a line that is cut off', `${ini}[x\n`, String.raw`3 cannot be opened: this line sets nothing: '[x\n'`],
    [
      'a mark of its byte order',
      `\ufeff${ini}`,
      String.raw`1 cannot be opened: no section begins before this line: '\ufeff[alembic]'`,
    ],
  ])('has an alembic.ini with %s', async (_, text, words) => {
    const cwd = await writeProject({ 'alembic.ini': text, ...oneRevision });
    expect(await refused(cwd, withPython())).toBe(
      `Error: alembic.ini:${words}\nCorrect the file; Alembic cannot read it either\n`,
    );
  });

  test('has an alembic.ini with a % that stands for nothing', async () => {
    const cwd = await writeProject({
      ...oneRevision,
      'alembic.ini': `${ini}sqlalchemy.url = postgresql://a:%x@h/d\n`,
      'migrations/env.py': envPy().replace(
        /create_engine\(".*?"/,
        'create_engine(context.config.get_main_option("sqlalchemy.url")',
      ),
    });
    const stderr = await refused(cwd, [...withPython(), '--database', 'local']);
    expect(stderr).toMatch(/Error: migrations\/env\.py:4 fails: InterpolationSyntaxError: /);
    expect(stderr).toContain('\nIn an ini file, % is written as %%\n');
  });

  test('has an alembic.ini that is not UTF-8', async () => {
    const cwd = await writeProject(oneRevision);
    await writeFile(join(cwd, 'alembic.ini'), Buffer.from(`# caf\u00e9\n${ini}`, 'latin1'));
    expect(await refused(cwd, withPython())).toMatch(/alembic\.ini cannot be opened: .*utf-8/);
  });

  test('has an alembic.ini that nobody may read', async () => {
    const cwd = await writeProject(oneRevision);
    const closed = join(cwd, 'alembic.ini');
    await chmod(closed, 0);
    await chmod(cwd, 0o755);
    const uid = process.getuid?.() === 0 ? { uid: 65_534 } : {};
    const { code, stdout, stderr } = await typed([], { cwd, ...uid });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^Error: .*alembic\.ini cannot be read: .*EACCES/);
  });

  test('has a directory where alembic.ini belongs', async () => {
    const cwd = await temporary({ 'migrations/env.py': '' });
    await mkdir(join(cwd, 'alembic.ini'));
    expect(await refused(cwd, [])).toMatch(/^Error: .*alembic\.ini cannot be read: .*directory/);
    expect(await refused(cwd, ['--config', 'alembic.ini'])).toMatch(
      /alembic\.ini cannot be read: .*directory/,
    );
  });

  test('has no migrations where script_location says', async () => {
    const cwd = await writeProject({ 'alembic.ini': '[alembic]\nscript_location = elsewhere\n' });
    const stderr = await refused(cwd, withPython());
    expect(stderr).toMatch(
      /^Error: alembic\.ini cannot be opened: Path doesn't exist: .*elsewhere.*\nCheck script_location in alembic\.ini\n$/,
    );
  });

  test('has a package as script_location that cannot be imported', async () => {
    const cwd = await writeProject({ 'alembic.ini': '[alembic]\nscript_location = nowhere:migrations\n' });
    const stderr = await refused(cwd, withPython());
    expect(stderr).toBe(
      "Error: alembic.ini cannot be opened: No module named 'nowhere'\nCheck script_location in alembic.ini\n",
    );
  });
});

describe('Python', () => {
  const project = (): Promise<string> => writeProject(oneRevision);

  test('is not there', async () => {
    expect(await refused(await project(), [], { PATH: await temporary() })).toBe(
      'Error: There is no Python\nInstall Python 3.8 or newer, or name one: --python path/to/python\n',
    );
  });

  test('is not where --python says', async () => {
    const cwd = await project();
    expect(await refused(cwd, ['--python', 'venv/bin/python'])).toBe(
      `Error: ${cwd}/venv/bin/python cannot be run: there is no such program\nName a Python interpreter: --python .venv/bin/python\n`,
    );
  });

  test('has no place for temporary files', async () => {
    const stderr = await refused(await project(), withPython(), { TMPDIR: '/nonexistent' });
    expect(stderr).toMatch(/^Error: No temporary file can be made: ENOENT: .*\nSet TMPDIR to a directory/);
  });

  test('is no Python', async () => {
    const stderr = await refused(await project(), ['--python', '/bin/true']);
    expect(stderr).toMatch(/^Error: \/bin\/true is no Python/);
  });

  test('has no Alembic', async () => {
    const PATH = await programs({ python3: `exec '${pythonEnv('managers')}' -S "$@"` });
    const stderr = await refused(await project(), [], { PATH });
    expect(stderr).toMatch(
      /^Error: No Python here can import alembic\nInstall the project, or name its Python: /,
    );
    expect(stderr).toContain("python3 (from PATH): No module named 'alembic'");
  });

  test('does not look into the working directory, and need not be told so', async () => {
    const { code, stderr } = await typed(['--dry-run', ...withPython()], {
      cwd: await project(),
      env: { PYTHONSAFEPATH: '1' },
    });
    expect([code, stderr]).toEqual([0, '']);
  });

  test('has no driver', async () => {
    const none = 'raise ImportError("not here")';
    const PYTHONPATH = await temporary(
      Object.fromEntries(['psycopg2', 'psycopg', 'asyncpg', 'pg8000'].map((name) => [`${name}.py`, none])),
    );
    const stderr = await refused(await project(), withPython(), { PYTHONPATH });
    expect(stderr).toMatch(
      /^Error: No PostgreSQL driver is installed for .*python.*\npip install psycopg2-binary, psycopg or asyncpg, whichever the project uses\n$/,
    );
  });

  test('has an Alembic that is too old', async () => {
    const stderr = await refused(await project(), ['--python', pythonEnv('tooOld')]);
    expect(stderr).toBe(
      'Error: alembic 1.7.7 is older than 1.8, the oldest that is understood\npip install -U alembic\n',
    );
  });
});

describe('env.py', () => {
  const withEnv = (env: string): Promise<string> =>
    writeProject({ ...oneRevision, 'migrations/env.py': env });

  test.each([
    [
      'raises',
      'import os\n\nraise RuntimeError("no settings")\n',
      'env.py:3 fails: RuntimeError: no settings',
    ],
    [
      'imports what is not there',
      '\nimport application\n',
      "env.py:2 fails: ModuleNotFoundError: No module named 'application'",
    ],
    ['is no Python', 'import os\n\nif True\n', 'env.py:3 fails: SyntaxError: '],
    [
      'exits',
      'import sys\nsys.exit("give me a database")\n',
      'env.py:2 fails: SystemExit: give me a database',
    ],
    [
      'asks for a variable',
      'import os\nos.environ["NO_SUCH_SECRET"]\n',
      "env.py:2 fails: KeyError: 'NO_SUCH_SECRET'",
    ],
    ['interrupts', '\nraise KeyboardInterrupt\n', 'env.py:2 fails: KeyboardInterrupt'],
    ['does nothing', '', 'env.py ends without running migrations'],
    [
      'opens another kind of database',
      'from sqlalchemy import create_engine\ncreate_engine("sqlite://").connect()\n',
      'only PostgreSQL can be led to the disposable database',
    ],
  ])('%s', async (_, env, words) => {
    const stderr = await refused(await withEnv(env), [...withPython(), '--database', 'local']);
    expect(stderr).toContain(`Error: migrations/${words.startsWith('env') ? words : ''}`);
    expect(stderr).toContain(words);
    expect(stderr).toMatch(/\nError: .*\n\w.{10}/);
  });

  test('ends the process', async () => {
    const stderr = await refused(await withEnv('import os\nos._exit(7)\n'), [
      ...withPython(),
      '--database',
      'local',
    ]);
    expect(stderr).toContain('Error: ');
    expect(stderr).toContain('env.py');
    expect(stderr).toContain('it exited with 7');
  });

  test('has no URL, and is lent one', async () => {
    const env = envPy().replace(
      /create_engine\(".*?"/,
      'create_engine(context.config.get_main_option("sqlalchemy.url")',
    );
    const { code, stdout } = await typed([...withPython(), '--database', 'local'], {
      cwd: await withEnv(env),
    });
    expect(stdout).toContain('passed: no findings');
    expect(code).toBe(0);
  });
});

describe('a word', () => {
  test('is no flag', async () => {
    expect(await refused(await temporary(), ['--databse', 'local'])).toBe(
      "Error: Unknown option '--databse'\nDid you mean --database?\n",
    );
  });

  test('is no setting of the file', async () => {
    const cwd = await temporary({ 'migrate-check.yml': 'timeout: 2m\nfailon: error\n' });
    expect(await refused(cwd, [])).toBe(
      'Error: migrate-check.yml:2: there is no setting "failon"\nDid you mean fail-on?\n',
    );
  });

  test.each(['--from', '--to', '--start-at'])('after %s is no revision', async (flag) => {
    const cwd = await writeProject(oneRevision);
    const stderr = await refused(cwd, [...withPython(), flag, '0002']);
    expect(stderr).toMatch(new RegExp(`^Error: .*${flag}.*0002`));
    expect(stderr).toContain('0001');
  });
});

async function programs(scripts: Readonly<Record<string, string>>): Promise<string> {
  const directory = await temporary();
  for (const [name, script] of Object.entries(scripts))
    await writeFile(join(directory, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return directory;
}
