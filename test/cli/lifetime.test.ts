import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { eventually } from '../database/support/eventually.ts';
import { until } from '../database/support/kill.ts';
import { revisionPy, writeProject } from '../support/alembic.ts';
import { temporary } from '../support/temporary.ts';
import { nothing } from './support/footprint.ts';
import { onUserServer, userServer } from './support/server.ts';
import { type Typed, type, withPython } from './support/typed.ts';

const signals = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGKILL', 'SIGKILL'],
] as const;

/** Python that says that it has come this far, and then waits for ever. */
const arrive = 'import os, threading\nopen(os.environ["ARRIVED"], "w").close()';
const hang = `${arrive}\nthreading.Event().wait()`;

const indented = (text: string): string => text.replaceAll('\n', '\n    ');

const first = revisionPy('0001', null, 'op.execute("CREATE TABLE t (a int)")', 'op.drop_table("t")');

/** Files of a project beside the usual ones, and a stage that a check of it comes to and does not leave by itself. */
const stages: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'env.py runs': { 'migrations/env.py': hang },
  'a move hangs in SQL': {
    'migrations/versions/0001.py': revisionPy('0001', null, `${arrive}\nop.execute("SELECT pg_sleep(600)")`),
  },
  'a move hangs in Python': { 'migrations/versions/0001.py': revisionPy('0001', null, hang) },
  'a move has children': {
    'migrations/versions/0001.py': revisionPy(
      '0001',
      null,
      `import subprocess\nsubprocess.Popen(["sleep", "600"])\nimport os, time\nif os.fork() == 0:\n    time.sleep(600)\n${hang}`,
    ),
  },
  'a database is rebuilt': {
    'migrations/versions/0001.py': revisionPy(
      '0001',
      null,
      `
name = op.get_bind().exec_driver_sql("SELECT current_database()").scalar()
kept = op.get_context().config.attributes.setdefault("first", name)
if kept != name:
    ${indented(hang)}`,
    ),
    'migrations/versions/0002.py': revisionPy(
      '0002',
      '0001',
      'with op.get_context().autocommit_block():\n    op.execute("CREATE TABLE u (a int)")\nraise ValueError',
    ),
  },
  'one upgrade to the heads is rehearsed': {
    'migrations/versions/0001.py': revisionPy(
      '0001',
      null,
      `
seen = op.get_context().config.attributes
seen["upgrades"] = seen.get("upgrades", 0) + 1
if seen["upgrades"] == 3:
    ${indented(hang)}`,
    ),
  },
};

/** Types a check of a project with a server of its own, and waits until it has come to its stage. */
async function started(
  files: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>> = {},
): Promise<Typed> {
  const cwd = await writeProject({ 'migrations/versions/0001.py': first, ...files });
  const arrived = join(await temporary(), 'arrived');
  const args = [...withPython(), '--database', 'local'];
  const run = await type(args, { cwd, env: { ARRIVED: arrived, ...env } });
  await reached(run, 'it has arrived', () => existsSync(arrived));
  await run.trail.note(run.pid);
  return run;
}

const reached = (run: Typed, what: string, holds: () => boolean | Promise<boolean>): Promise<void> =>
  until(what, holds, run.child, () => run.said().stderr);

/** Ends the command, and sees that everything else ends with it. */
async function expectGone({ child, ended, trail }: Typed, signal: NodeJS.Signals, code: number | string) {
  child.kill(signal);
  const { code: how, stderr, stdout } = await ended;
  expect(how, stderr).toBe(code);
  expect(stdout).toBe('');
  if (signal !== 'SIGKILL') expect(stderr).toMatch(new RegExp(`^Stopped by ${signal}$`, 'm'));
  await eventually(() => trail.left(), nothing);
}

describe.each(signals)('%s', (signal, code) => {
  test.each(Object.entries(stages))('while %s', async (_, files) => {
    const run = await started(files);
    expect((await run.trail.pids('migrate_check_driver')).length).toBeGreaterThan(0);
    expect(run.trail.servers).toBe(1);
    await expectGone(run, signal, code);
  });

  test('while Python starts', async () => {
    const python = await temporary();
    const go = join(python, 'go');
    // Long before anything of ours runs.
    await writeFile(
      join(python, 'sitecustomize.py'),
      `import os, time\nif "migrate_check_driver" in open("/proc/self/cmdline").read():\n    open(os.environ["ARRIVED"], "w").close()\n    while not os.path.exists(${JSON.stringify(go)}):\n        time.sleep(0.01)\n`,
    );
    const run = await started({}, { PYTHONPATH: python });
    expect(await run.trail.pids('migrate_check_driver')).toHaveLength(1);
    const gone = expectGone(run, signal, code);
    await writeFile(go, '');
    await gone;
  });

  test('while the database starts', async () => {
    const cwd = await writeProject({ 'migrations/versions/0001.py': first });
    const run = await type([...withPython(), '--database', 'local'], { cwd });
    await reached(run, 'a server is there', () => run.trail.servers > 0);
    await expectGone(run, signal, code);
  });

  test('while nobody reads the report', async () => {
    const text = `raise ValueError("${'x'.repeat(1000)}")\n${'# much\n'.repeat(100_000)}`;
    const cwd = await writeProject({ 'migrations/versions/0001.py': revisionPy('0001', null, text) });
    const run = await type([...withPython(), '--database', 'local', '--json', '-'], { cwd, unread: true });
    await reached(run, 'everything but the command itself has ended', async () => {
      const { processes, directories } = await run.trail.left();
      return run.trail.servers > 0 && directories.length === 0 && processes.length === 1;
    });
    await expectGone(run, signal, code);
  });
});

describe('between two moves', () => {
  // The look after the first move waits for a session that the move has left open.
  const locks = revisionPy(
    '0001',
    null,
    'op.execute("CREATE TABLE t (a int)")\nop.execute("INSERT INTO t VALUES (1)")\nop.execute("COMMIT")\nop.execute("BEGIN")\n' +
      'other = sa.create_engine("postgresql+psycopg2://h/d").connect()\nother.execute(sa.text("LOCK TABLE t"))\nop.get_context().config.attributes["kept"] = other',
    'op.drop_table("t")',
  );

  async function looking(): Promise<{ readonly run: Typed; readonly python: readonly number[] }> {
    const cwd = await writeProject({ 'migrations/versions/0001.py': locks });
    const database = await userServer();
    const run = await type([...withPython()], { cwd, env: await onUserServer() });
    // To find it takes a while on a busy machine, and the look waits for three seconds only.
    let python: readonly number[] = [];
    await reached(run, 'Python is there', async () => {
      python = await run.trail.pids('migrate_check_driver');
      return python.length > 0;
    });
    await reached(run, 'it looks', async () => {
      const waiting = await database.query(
        `SELECT FROM pg_stat_activity WHERE application_name = 'migrate-check' AND wait_event_type = 'Lock'`,
      );
      return waiting.length > 0;
    });
    return { run, python };
  }

  test.each(signals)('%s', async (signal, code) => {
    await expectGone((await looking()).run, signal, code);
  });

  test('the end of Python is one finding, and the check goes on', async () => {
    const { run, python } = await looking();
    for (const pid of python) process.kill(pid, 'SIGKILL');
    const { code, stdout } = await run.ended;
    expect(stdout).toContain('it was ended by SIGKILL');
    expect(stdout.match(/^error {2}/gm)).toHaveLength(1);
    expect(code).toBe(1);
    await eventually(() => run.trail.left(), nothing);
  });
});

test('the end of Python in the middle of a move is one finding, and the check goes on', async () => {
  const run = await started(stages['a move hangs in SQL'] ?? {});
  for (const pid of await run.trail.pids('migrate_check_driver')) process.kill(pid, 'SIGKILL');
  const { code, stdout } = await run.ended;
  expect(stdout).toMatch(/^error {2}migrations\/versions\/0001\.py:\d+ {2}upgrade-fails$/m);
  expect(stdout).toContain('it was ended by SIGKILL');
  expect(code).toBe(1);
  await eventually(() => run.trail.left(), nothing);
});
