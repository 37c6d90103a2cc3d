import { rmdir, symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { revisionPy, writeProject } from '../support/alembic.ts';
import { temporary } from '../support/temporary.ts';
import type { Ended } from './command.ts';
import { expectHarmless } from './support/harmless.ts';
import { typedOnServer, userServer } from './support/server.ts';

const first = revisionPy('0001', null, 'op.execute("CREATE TABLE t (a int)")', 'op.drop_table("t")');

async function project(files: Readonly<Record<string, string>>): Promise<string> {
  return writeProject(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`migrations/versions/${name}`, text])),
  );
}

/** Walks one revision that does this. */
const walked = async (upgrade: string, args: readonly string[] = []): Promise<Ended> =>
  typedOnServer(args, { cwd: await project({ '0001.py': revisionPy('0001', null, upgrade) }) });

describe('a migration that looks for secrets', () => {
  const searches = {
    'its own environment': 'raise ValueError(open("/proc/self/environ").read())',
    'the environment of its parent':
      'import os\nraise ValueError(open("/proc/%d/environ" % os.getppid()).read())',
    'its variables': 'import os\nprint(os.environ["PGPASSWORD"])\nraise ValueError(dict(os.environ))',
    'its connection':
      'bind = op.get_bind()\nraise ValueError(bind.engine.url, bind.connection.driver_connection.info.password)',
  };

  test.each(Object.entries(searches))('in %s brings none to light', async (_, upgrade) => {
    const secret = (await userServer()).address.password();
    const cwd = await project({ '0001.py': revisionPy('0001', null, upgrade) });
    for (const args of [['--verbose'], ['--json', '-']]) {
      const { code, stdout, stderr } = await typedOnServer(args, { cwd });
      expect(stdout).toContain('upgrade-fails');
      expect(stdout + stderr).not.toContain(secret);
      expect(code).toBe(1);
    }
  });

  test('in env.py brings none to light', async () => {
    const secret = (await userServer()).address.password();
    const cwd = await writeProject({
      'migrations/versions/0001.py': first,
      'migrations/env.py': 'import os\nprint(os.environ)\nraise ValueError(os.environ["PGPASSWORD"])\n',
    });
    const { code, stdout, stderr } = await typedOnServer([], { cwd });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Error: migrations/env.py:3 fails: ValueError: ***\n');
    expect(stderr).not.toContain(secret);
  });
});

test('a migration cannot answer in our place', async () => {
  const upgrade = [
    'import os, socket',
    'def is_database(descriptor):',
    '    try:',
    '        return socket.socket(fileno=os.dup(descriptor)).family == socket.AF_INET',
    '    except OSError:',
    '        return False',
    'for descriptor in range(3, 64):',
    '    try:',
    '        if not is_database(descriptor):',
    '            os.write(descriptor, b\'{"released": true}\\nno json\\n\')',
    '    except OSError:',
    '        pass',
  ].join('\n');
  const { code, stdout } = await walked(upgrade, ['--timeout', '20s']);
  expect(stdout).toContain('passed: no findings');
  expect(code).toBe(0);
});

describe('a connection to another server', () => {
  test.each([
    [
      'of the driver',
      'import psycopg2\nother = psycopg2.connect("postgresql://a:b@db.example:1/production")',
    ],
    [
      'of an engine',
      'other = sa.create_engine("postgresql+psycopg2://a:b@db.example:1/production").connect().connection',
    ],
  ])('%s is led to the disposable database', async (_, opens) => {
    const asks =
      'with other.cursor() as cursor:\n    cursor.execute("SELECT current_database()")\n    raise ValueError(cursor.fetchone()[0])';
    const { code, stdout } = await walked(`${opens}\n${asks}`);
    expect(stdout).toMatch(/fails: migrate_check_[0-9a-f]{12}\./);
    expect(code).toBe(1);
  });
});

describe('words that something else would obey', () => {
  const commands =
    '::error::a\\n::set-output name=verdict::passed\\n  ::add-mask::e\\n##[error]b\\n::stop-commands::c';

  test.each([
    ['in an error', `raise ValueError("${commands} \\x1b[2J")`],
    ['in what is printed', `print("${commands}\\x1b]0;title\\x07")\nraise ValueError("x")`],
    [
      'where a long line is broken',
      `raise ValueError("${'x'.repeat(70)} ::error::a ::error::b ${'x '.repeat(200)}::error::c")`,
    ],
    ['in SQL', `op.execute("""SELECT '${commands}' nonsense nonsense""")`],
    [
      'from the server',
      `op.execute("DO $$ BEGIN RAISE EXCEPTION USING MESSAGE = E'${commands}', DETAIL = E'${commands}', HINT = E'${commands}'; END $$")`,
    ],
  ])('%s', async (_, upgrade) => {
    const ended = await walked(upgrade);
    expect(ended.code).toBe(1);
    expectHarmless(ended);
  });

  test('in env.py', async () => {
    const env = `raise ValueError("${commands}\\x1b[2J")\n`;
    const cwd = await writeProject({ 'migrations/versions/0001.py': first, 'migrations/env.py': env });
    const ended = await typedOnServer([], { cwd });
    expect([ended.code, ended.stdout]).toEqual([2, '']);
    expectHarmless(ended);
  });

  test('in the report for machines, which means the same', async () => {
    const { stdout } = await walked(`raise ValueError("##[error]b")`, ['--json', '-']);
    expect(stdout).not.toContain('##[');
    expect(JSON.parse(stdout).observations.roundTrips[0].upgrade.failure.message).toBe('##[error]b');
  });

  test.each(['x\\n::error::y', '\\x1b[31mred', '<b>&amp;`|*_', "';DROP TABLE t;--", '\\u202egnp.exe'])(
    'in the id %s of a revision',
    async (name) => {
      const [bad, next] = [revisionPy('ID', null, 'pass'), revisionPy('0002', 'ID', 'raise ValueError("x")')];
      const cwd = await project({
        'a.py': bad.replaceAll('"ID"', `"${name}"`),
        'b.py': next.replaceAll('"ID"', `"${name}"`),
      });
      const ended = await typedOnServer(['--verbose'], { cwd });
      expect(ended.stdout).toMatch(/ {2}(upgrade-fails|unloadable-revision)$/m);
      expect(ended.code).toBe(1);
      expectHarmless(ended);
    },
  );

  test('in the name of a file', async () => {
    const cwd = await project({
      '::error::b \u001b[31m<b>\u202e.py': revisionPy('0001', null, 'raise ValueError("x")'),
    });
    const ended = await typedOnServer(['--verbose'], { cwd });
    expect(ended.stdout).toContain('upgrade-fails');
    expect(ended.code).toBe(1);
    expectHarmless(ended);
  });

  test('in a directive', async () => {
    const more = [
      'irreversible ::error::\u001b[31m \u202e',
      'irrevresible',
      '',
      ': ::error::',
      'x'.repeat(9000),
    ];
    const text = revisionPy('0001', null, 'op.execute("CREATE TABLE t (a int)")').replace(
      'pass',
      `${more.map((words) => `# migrate-check: ${words}`).join('\n    ')}\n    raise NotImplementedError`,
    );
    const ended = await typedOnServer(['--verbose'], { cwd: await project({ '0001.py': text }) });
    expect(ended.stdout).toContain('bad-directive');
    expect(ended.stdout).toContain('declared irreversible');
    expectHarmless(ended);
  });

  test('in the title of a revision and the names of tables', async () => {
    const name = '\\x1b[2J\\n::error::t';
    const cwd = await project({
      '0001.py': revisionPy(
        '0001',
        null,
        `op.create_table("${name}", sa.Column("${name}", sa.Integer))`,
      ).replace('Step 0001 of the shop', name),
    });
    const ended = await typedOnServer(['--verbose'], { cwd });
    expect(ended.stdout).toContain('missing-downgrade');
    expect(ended.code).toBe(1);
    expectHarmless(ended);
  });
});

test('versions that are a link to somewhere outside are walked, and named as what they are', async () => {
  const outside = await temporary({
    '0001.py': first,
    '0002.py': revisionPy('0002', '0001', 'raise ValueError("x")'),
  });
  const cwd = await writeProject({});
  await rmdir(join(cwd, 'migrations/versions'));
  await symlink(outside, join(cwd, 'migrations/versions'));
  const { code, stdout } = await typedOnServer([], { cwd });
  expect(stdout).toContain(`error  ../${basename(outside)}/0002.py:10  upgrade-fails\n`);
  expect(code).toBe(1);
});
