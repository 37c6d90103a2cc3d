import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { revisionPy, writeProject } from '../support/alembic.ts';
import { commit, makeRepository } from '../support/git.ts';
import { write } from '../support/temporary.ts';
import { command, type Ended } from './command.ts';
import { typedOnServer } from './support/server.ts';

const file = '.migrate-check-baseline.json';
const versions = 'migrations/versions';
const tables = (id: string, parent: string | null, isMended = false): string =>
  revisionPy(
    id,
    parent,
    `op.create_table("t_${id}", sa.Column("id", sa.Integer()))`,
    isMended ? `op.drop_table("t_${id}")` : 'op.execute("SELECT 1")',
  );

/** A history in which each revision leaves its table behind. */
const faulty = (...ids: readonly string[]): Record<string, string> =>
  Object.fromEntries(ids.map((id, at) => [`${versions}/${id}.py`, tables(id, ids[at - 1] ?? null)]));

async function entries(cwd: string): Promise<readonly string[]> {
  const { findings } = JSON.parse(await readFile(join(cwd, file), 'utf8')) as {
    readonly findings: readonly { readonly rule: string; readonly file: string }[];
  };
  return findings.map(({ rule, file }) => `${file} ${rule}`);
}

async function checked(
  cwd: string,
  ...args: readonly string[]
): Promise<Ended & { readonly report: Report }> {
  const ended = await typedOnServer(['--json', 'report.json', ...args], { cwd });
  const report = JSON.parse(await readFile(join(cwd, 'report.json'), 'utf8')) as Report;
  return { ...ended, report };
}

describe('baseline', () => {
  test('an old project starts green, what is new is red, and what is fixed drops out', async () => {
    const cwd = await writeProject(faulty('0001', '0002'));
    const recorded = await typedOnServer(['baseline'], { cwd });
    expect(recorded.stdout, recorded.stderr).toBe(`2 findings recorded in ${file}\n`);
    expect(recorded.code).toBe(0);
    const [first, second] = [
      `${versions}/0001.py downgrade-leaves-trace`,
      `${versions}/0002.py downgrade-leaves-trace`,
    ];
    expect(await entries(cwd)).toEqual([first, second]);

    const green = await checked(cwd);
    expect([green.code, green.report.verdict]).toEqual([0, 'passed']);
    expect(green.stdout).toContain('passed: no findings, 2 let pass\n');
    expect(green.stdout).toContain(`  2 findings recorded in ${file}\n`);
    expect(green.report.findings.map(({ suppressed }) => suppressed?.by)).toEqual(['baseline', 'baseline']);

    await write(cwd, {
      [`${versions}/0002.py`]: tables('0002', '0001', true),
      [`${versions}/0003.py`]: tables('0003', '0002'),
    });
    const red = await checked(cwd);
    expect(red.code).toBe(1);
    expect(red.stdout).toContain('failed: 1 error, 1 let pass\n');
    expect(red.stdout).toContain(`error  ${versions}/0003.py:`);
    expect(red.stdout).toContain(
      `  1 entry of it is fixed and can go: migrate-check baseline\n    downgrade-leaves-trace  ${versions}/0002.py\n`,
    );

    const again = await typedOnServer(['baseline'], { cwd });
    expect(again.stdout).toContain(
      `2 findings recorded in ${file}\n  1 new, 1 recorded before, 1 fixed and dropped\n`,
    );
    expect(await entries(cwd)).toEqual([first, `${versions}/0003.py downgrade-leaves-trace`]);
  });

  test('the same findings give the same file, in the directory of the project, or where it is named', async () => {
    const cwd = await writeProject({ 'outside.txt': '' });
    await write(cwd, {
      'backend/alembic.ini': '[alembic]\nscript_location = migrations\n',
      'backend/migrations/env.py': await readFile(join(cwd, 'migrations/env.py'), 'utf8'),
      [`backend/${versions}/0001.py`]: tables('0001', null),
    });
    await rm(join(cwd, 'alembic.ini'));
    makeRepository(cwd);
    expect((await typedOnServer(['baseline'], { cwd })).stdout).toContain(`recorded in backend/${file}`);
    const once = await readFile(join(cwd, 'backend', file), 'utf8');
    await typedOnServer(['baseline'], { cwd });
    expect(await readFile(join(cwd, 'backend', file), 'utf8')).toBe(once);
    const named = await typedOnServer(['baseline', 'backend', '--baseline', 'ours.json'], { cwd });
    expect(named.stdout).toBe('1 finding recorded in ours.json\n');
    expect(await readFile(join(cwd, 'ours.json'), 'utf8')).toBe(once);
  });

  test('what comments and settings say is no finding to be recorded, nor what is wrong with them', async () => {
    const quiet = '# migrate-check: ignore[downgrade-leaves-trace] the table is kept on purpose\n';
    const mute = '# migrate-check: ignore[several-heads]\n';
    const cwd = await writeProject({
      [`${versions}/0001.py`]: quiet + mute + tables('0001', null),
      [`${versions}/0002.py`]: tables('0002', '0001'),
      'migrate-check.yml':
        'ignore:\n  - { path: 0002.py, rule: downgrade-leaves-trace, reason: known, until: 2001-01-31 }\n',
    });
    const { stdout, code } = await typedOnServer(['baseline'], { cwd });
    expect(stdout).toBe(
      `1 finding recorded in ${file}\n  1 let pass by comments or settings: not recorded\n  2 about comments and settings themselves: not recorded, mend them\n`,
    );
    expect(code).toBe(0);
    expect(await entries(cwd)).toEqual([`${versions}/0002.py downgrade-leaves-trace`]);
    const { report, code: red, stdout: shown } = await checked(cwd);
    expect(red).toBe(1);
    expect(report.findings.map(({ rule, suppressed }) => [rule, suppressed?.by])).toEqual([
      ['expired-suppression', undefined],
      ['suppression-without-reason', undefined],
      ['downgrade-leaves-trace', 'comment'],
      ['downgrade-leaves-trace', 'baseline'],
    ]);
    expect(report.findings[0]?.place).toEqual({ file: 'migrate-check.yml', line: 2 });
    expect(shown).toMatch(
      new RegExp(
        `^ {2}downgrade-leaves-trace {2}${versions}/0001\\.py:\\d+ {2}the table is kept on purpose$`,
        'm',
      ),
    );
  });

  test('one that cannot be read ends with 2, before anything is started', async () => {
    const cwd = await writeProject({ ...faulty('0001'), [file]: '{"version": 1}' });
    for (const args of [[], ['baseline']]) {
      const { code, stdout, stderr } = await typedOnServer(args, { cwd });
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain(`Error: The baseline ${file} cannot be used: findings: `);
      expect(stderr).not.toContain('starting PostgreSQL');
    }
    expect(await readFile(join(cwd, file), 'utf8')).toBe('{"version": 1}');
  });

  test('one that is named and is not there ends with 2', async () => {
    const cwd = await writeProject(faulty('0001'));
    const { code, stderr } = await typedOnServer(['--baseline', 'ours.json'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('Error: There is no baseline ours.json\n');
  });

  test('its help has the flags that it heeds', async () => {
    const { stdout } = await command(['baseline', '--help'], { cwd: await writeProject({}) });
    for (const flag of ['--baseline', '--postgres', '--since', '--rule']) expect(stdout).toContain(flag);
    for (const flag of ['--json', '--fail-on', '--verbose']) expect(stdout).not.toContain(flag);
  });
});

describe('a change that lets itself pass', () => {
  test('says so, in the report and to people; and a baseline keeps what is out of scope', async () => {
    const cwd = await writeProject({ ...faulty('0001'), 'migrate-check.yml': 'timeout: 1m\n' });
    await typedOnServer(['baseline'], { cwd });
    makeRepository(cwd);
    const quiet = '# migrate-check: ignore[downgrade-leaves-trace] the table is kept on purpose\n';
    await write(cwd, {
      [`${versions}/0002.py`]: quiet + tables('0002', '0001'),
      'migrate-check.yml': 'timeout: 1m\nfail-on: never\n',
    });
    commit(cwd);
    const { report, stdout, code } = await checked(cwd, '--since', 'main', '--fail-on', 'error');
    expect(code, stdout).toBe(0);
    expect(report.relaxations).toEqual([
      { by: 'settings', place: { file: 'migrate-check.yml' }, words: 'fail-on: never, was error' },
      {
        by: 'comment',
        place: { file: `${versions}/0002.py`, line: 1 },
        words: 'ignore[downgrade-leaves-trace] the table is kept on purpose',
      },
    ]);
    expect(stdout).toContain('\nthis change lets pass\n  migrate-check.yml  fail-on: never, was error\n');
    expect(report.baseline).toMatchObject({
      letPass: 0,
      fixed: [],
      notChecked: [{ file: `${versions}/0001.py` }],
    });

    const before = await readFile(join(cwd, file), 'utf8');
    await typedOnServer(['baseline', '--since', 'main'], { cwd });
    expect(await readFile(join(cwd, file), 'utf8')).toBe(before);

    const judged = await command(['judge', 'report.json', '--fail-on', 'error'], { cwd });
    expect(judged.stdout).toContain('this change lets pass\n');
    expect(judged.stdout).toContain('  downgrade-leaves-trace  ');
  });

  test('by its baseline', async () => {
    const cwd = await writeProject({ [`${versions}/0001.py`]: tables('0001', null, true) });
    makeRepository(cwd);
    await write(cwd, faulty('0001'));
    await typedOnServer(['baseline'], { cwd });
    const { stdout, code } = await checked(cwd, '--since', 'main');
    expect(code).toBe(0);
    expect(stdout).toContain(
      `this change lets pass\n  ${file}  1 more finding recorded: downgrade-leaves-trace (1)\n`,
    );
  });

  test('without a base there is nothing to compare with', async () => {
    const cwd = await writeProject(faulty('0001'));
    expect((await checked(cwd)).report.relaxations).toBeUndefined();
  });
});
