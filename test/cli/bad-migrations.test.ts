import { chmod, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { envPy, revisionPy, writeProject } from '../support/alembic.ts';
import { contentOf } from '../support/project.ts';
import { temporary } from '../support/temporary.ts';
import type { Ended } from './command.ts';
import { expectHarmless } from './support/harmless.ts';
import { typedOnServer } from './support/server.ts';

const first = revisionPy('0001', null, 'op.execute("CREATE TABLE t (a int)")', 'op.drop_table("t")');
const file = 'migrations/versions/0002.py';

/** Walks a history whose second revision does this. */
const walked = async (upgrade: string, downgrade?: string, args: readonly string[] = []): Promise<Ended> =>
  walkedFile(revisionPy('0002', '0001', upgrade, downgrade), args);

async function walkedFile(text: string | Buffer, args: readonly string[] = []): Promise<Ended> {
  const cwd = await writeProject({ 'migrations/versions/0001.py': first });
  await writeFile(join(cwd, file), text);
  return typedOnServer(args, { cwd });
}

/** Sees one finding, on a line of the revision. */
function expectFinding(
  { code, stdout, stderr }: Ended,
  rule: string,
  line: number,
  ...words: readonly string[]
) {
  expect(stdout, stderr).toContain(`error  ${file}:${line}  ${rule}\n`);
  expect(stdout.match(/^(error|warning) {2}/gm)).toHaveLength(1);
  const flowing = stdout.replaceAll(/\s+/g, ' ');
  for (const one of words) expect(flowing).toContain(one);
  expect(code).toBe(1);
}

/** But for notices that are wanted. */
function expectPassed({ code, stdout, stderr }: Ended, notice?: string): void {
  expect(stdout, stderr).toContain(notice === undefined ? 'passed: no findings' : 'passed: 1 notice');
  if (notice !== undefined) expect(stdout).toContain(notice);
  expect(code).toBe(0);
}

describe('an upgrade that ends otherwise than by returning', () => {
  test.each([
    ['calls sys.exit', 'import sys\nsys.exit("enough")', 11, 'enough'],
    ['raises KeyboardInterrupt', 'raise KeyboardInterrupt', 10, 'KeyboardInterrupt'],
    ['recurses without end', 'def again():\n    again()\nagain()', 11, 'maximum recursion depth exceeded'],
    ['wants more memory than there is', 'bytearray(1 << 62)', 10, 'MemoryError'],
    [
      'closes its connection',
      'op.get_bind().connection.driver_connection.close()\nop.execute("SELECT 1")',
      11,
      'closed',
    ],
    [
      'kills its own backend',
      'op.execute("SELECT pg_terminate_backend(pg_backend_pid())")',
      10,
      'lost its connection to the database',
    ],
    ['reads a file that is not there', 'open("data.csv")', 10, "No such file or directory: 'data.csv'"],
  ])('%s', async (_, upgrade, line, words) => {
    expectFinding(await walked(upgrade), 'upgrade-fails', line, 'The upgrade of 0002', words);
  });

  test.each([
    [
      'leaves with os._exit',
      'import os, sys\nprint("last words", flush=True)\nos._exit(0)',
      'it exited with 0',
    ],
    [
      'kills its process',
      'import os\nprint("last words", flush=True)\nos.kill(os.getpid(), 9)',
      'it was ended by SIGKILL',
    ],
    [
      'kills its process group',
      'import os\nprint("last words", flush=True)\nos.killpg(0, 15)',
      'it was ended by SIGTERM',
    ],
  ])('%s', async (_, upgrade, words) => {
    expectFinding(await walked(upgrade), 'upgrade-fails', 9, 'ended the whole process', words, 'last words');
  });

  test.each([
    ['hangs in Python', 'import threading\nthreading.Event().wait()', 9, ''],
    ['hangs in SQL', 'op.execute("SELECT pg_sleep(600)")', 10, 'SELECT pg_sleep(600)'],
    [
      'will not be told',
      'import signal, threading\nfor one in (1, 2, 15):\n    signal.signal(one, signal.SIG_IGN)\nthreading.Event().wait()',
      9,
      '',
    ],
  ])('%s', async (_, upgrade, line, words) => {
    const ended = await walked(upgrade, 'pass', ['--timeout', '3s']);
    expectFinding(ended, 'upgrade-fails', line, 'did not end in time and was cut off', words);
  });
});

describe('a migration that leaves something running', () => {
  test.each([
    ['a child process', 'import subprocess\nsubprocess.Popen(["sleep", "600"])'],
    ['a fork of itself', 'import os, time\nif os.fork() == 0:\n    time.sleep(600)\n    os._exit(0)'],
    ['a thread that never ends', 'import threading\nthreading.Thread(target=threading.Event().wait).start()'],
    [
      'a session',
      'import sqlalchemy\nop.get_context().config.attributes["kept"] = sqlalchemy.create_engine("postgresql+psycopg2://h/d").connect()',
    ],
  ])('%s', async (_, upgrade) => {
    expectPassed(await walked(upgrade));
  });
});

describe('a migration that touches what is ours', () => {
  test.each([
    ['closes its output', 'import os, sys\nsys.stdout.close()\nsys.stderr.close()\nos.closerange(1, 3)'],
    ['puts something else in the place of its output', 'import sys\nsys.stdout = sys.stderr = None'],
    ['changes the working directory', 'import os\nos.chdir("/")'],
    ['deletes itself', 'import os\nif os.path.exists(__file__):\n    os.remove(__file__)'],
    ['empties the environment', 'import os\nos.environ.clear()', 'app-code-in-migration'],
    ['handles signals', 'import signal\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)'],
  ])('%s', async (_, upgrade, notice?: string) => {
    expectPassed(await walked(upgrade), notice);
  });

  test('closes every descriptor and goes on', async () => {
    const upgrade = 'import os, threading\nos.closerange(0, 100)\nthreading.Event().wait()';
    expectFinding(await walked(upgrade, 'pass', ['--timeout', '3s']), 'upgrade-fails', 9, 'was cut off');
  });

  test('prints megabytes', async () => {
    const ended = await walked(
      'import sys\nfor _ in range(64):\n    sys.stdout.write("x" * 2 ** 20)\nraise ValueError("full")',
    );
    expectFinding(ended, 'upgrade-fails', 13, 'full', '[...]');
    expect(ended.stdout.length).toBeLessThan(200_000);
  });

  test('prints what no terminal should see', async () => {
    const bytes = 'b"\\x00\\x1b]0;title\\x07\\xff\\xfe\\x1b[2J\\n::error::injected\\n"';
    const ended = await walked(
      `import os\nos.write(1, ${bytes})\nraise ValueError("\\x1b[31mred\\u202e\\x00")`,
    );
    expectFinding(
      ended,
      'upgrade-fails',
      12,
      '\\x1b[31mred\\u202e\\x00',
      '\\x00\\x1b]0;title\\x07',
      '\\x1b[2J',
    );
    expectHarmless(ended);
  });
});

describe('names and sizes', () => {
  const odd = `x'"; DROP TABLE t; -- \\u00fc\\U0001f600\\x1b[31m`;

  test('of a table like an injection', async () => {
    const name = JSON.stringify(odd).replaceAll('\\\\', '\\');
    const ended = await walked(`op.create_table(${name}, sa.Column("a", sa.Integer))`, 'pass');
    expect(ended.code).toBe(1);
    expect(ended.stdout).toContain(`table "x'""; DROP TABLE t; -- ü😀\\x1b[31m" is new`);
    expect(ended.stdout).toContain(`op.drop_table("x'\\"; DROP TABLE t; -- ü😀\\u001b[31m")`);
    expectHarmless(ended);
  });

  test('of 63 characters, and of more bytes than PostgreSQL keeps', async () => {
    const names = ['a'.repeat(63), '"'.repeat(63), '\u00fc'.repeat(40)];
    const each = (does: (name: string) => string): string =>
      names
        .map((name) => `op.execute(${JSON.stringify(does(`"${name.replaceAll('"', '""')}"`))})`)
        .join('\n');
    expectPassed(
      await walked(
        each((name) => `CREATE TABLE ${name} (a int)`),
        each((name) => `DROP TABLE ${name}`),
      ),
      'identifier-too-long',
    );
  });

  test('of a statement of 10 MB', async () => {
    expectPassed(await walked('op.execute("SELECT length(\'" + "x" * 10_000_000 + "\')")'));
    const ended = await walked('op.execute("SELECT nothing(\'" + "x" * 10_000_000 + "\')")');
    expectFinding(ended, 'upgrade-fails', 10, 'function nothing(unknown) does not exist');
    expect(ended.stdout.length).toBeLessThan(200_000);
  });

  test('of a docstring', async () => {
    const text = revisionPy(
      '0002',
      '0001',
      'op.execute("CREATE TABLE u (a int)")',
      'op.execute("DROP TABLE u")',
    ).replace('Step 0002 of the shop', `Long\n${'x\n'.repeat(500_000)}`);
    expectPassed(await walkedFile(text, ['--verbose']));
  });
});

describe('a file', () => {
  const fails = revisionPy('0002', '0001', 'op.execute("SELECT nothing()")  # caf\u00e9');

  test.each([
    ['with carriage returns', Buffer.from(fails.replaceAll('\n', '\r\n')), 10],
    ['with a mark of its byte order', Buffer.from(`\ufeff${fails}`), 10],
    ['in Latin-1, and says so', Buffer.from(`# coding: latin-1\n${fails}`, 'latin1'), 11],
  ])('%s', async (_, bytes, line) => {
    const ended = await walkedFile(bytes);
    expectFinding(ended, 'upgrade-fails', line, 'function nothing() does not exist');
    expect(ended.stdout).toContain(`> ${line} |     op.execute("SELECT nothing()")  # caf\u00e9\n`);
  });

  test.each([
    ['has a syntax error', 'revision = "0002"\ndown_revision = "0001"\ndef upgrade()\n', 3, 'SyntaxError'],
    [
      'is in Latin-1, and does not say so',
      Buffer.from(fails.replace('nothing', 'caf\u00e9'), 'latin1'),
      10,
      'SyntaxError',
    ],
    ['is in a coding that nobody knows', `# coding: klingon\n${fails}`, 1, 'klingon'],
    ['has a NUL', `revision = "0002"\n\u0000\n`, 1, 'null bytes'],
    ['raises', 'revision = "0002"\n\nraise RuntimeError("not yet")\n', 3, 'RuntimeError: not yet'],
    ['exits', 'import sys\nsys.exit(4)\n', 2, 'SystemExit: 4'],
    ['interrupts', '\n\nraise KeyboardInterrupt\n', 3, 'KeyboardInterrupt'],
  ])('%s', async (_, text, line, words) => {
    expectFinding(await walkedFile(text), 'unloadable-revision', line, words);
  });

  test('is none at all: an empty history', async () => {
    const { code, stdout } = await typedOnServer([], { cwd: await writeProject({}) });
    expect(stdout).toMatch(/^warning {2}\S+ {2}empty-history$/m);
    expect(code).toBe(0);
  });
});

describe('a directory', () => {
  const files = { 'migrations/versions/0001.py': first };

  test('has blanks, quotes and other letters in its path', async () => {
    const name = `it's "our" pröject $(x) 'ü😀`;
    const cwd = await writeProject({});
    const inside = Object.entries({
      ...files,
      'alembic.ini': '[alembic]\nscript_location = migrations\n',
      'migrations/env.py': envPy(),
    });
    const place = await temporary(Object.fromEntries(inside.map(([path, text]) => [join(name, path), text])));
    expectPassed(await typedOnServer([name], { cwd: place }));
    expectPassed(await typedOnServer([join(place, name)], { cwd }));
  });

  test('is a symbolic link', async () => {
    const [cwd, real] = [await temporary(), await writeProject(files)];
    await symlink(real, join(cwd, 'linked'));
    expectPassed(await typedOnServer(['linked'], { cwd }));
  });

  test('may only be read, and is left as it is', async () => {
    const cwd = await writeProject(files);
    const parts = ['migrations/versions', 'migrations', '.'].map((part) => join(cwd, part));
    for (const part of parts) await chmod(part, 0o555);
    const before = await contentOf(cwd);
    expectPassed(await typedOnServer([], { cwd }));
    expect(await contentOf(cwd)).toEqual(before);
    for (const part of parts.toReversed()) await chmod(part, 0o755);
  });
});
