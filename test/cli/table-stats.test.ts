/** The sizes of tables, from a file to the report. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { statsQuery } from '../../src/cli/stats-query.ts';
import type { Report } from '../../src/model/report.ts';
import { envPy, revisionPy } from '../support/alembic.ts';
import { temporary } from '../support/temporary.ts';
import { command } from './command.ts';
import { fakeHost } from './host.ts';
import { reportOf } from './report.ts';
import { typed, withPython } from './support/typed.ts';

const csv = 'schema,table,rows,bytes\npublic,orders,120000000,36507222016\n';
const sizes = [{ schema: 'public', name: 'orders', rows: 120_000_000, bytes: 36_507_222_016 }];
const others = [{ schema: 'public', name: 'users', rows: 1, bytes: 8192 }];

describe('judge', () => {
  async function judged(
    report: Report,
    args: readonly string[],
    files: Readonly<Record<string, string>> = {},
  ) {
    const cwd = await temporary({ ...files, 'report.json': JSON.stringify(report) });
    const seen: Report[] = [];
    const host = fakeHost(cwd, {
      rejudge: (given) => {
        seen.push(given);
        return Promise.resolve(given);
      },
    });
    const code = await main(['judge', 'report.json', ...args], host);
    return { code, sizes: seen.map(({ tableSizes }) => tableSizes), error: host.stderr.text };
  }

  test('takes the sizes of the file, instead of those that the report has', async () => {
    const args = ['--table-stats', 'stats.csv'];
    expect(await judged(reportOf({ tableSizes: others }), args, { 'stats.csv': csv })).toEqual({
      code: 0,
      sizes: [sizes],
      error: '',
    });
  });

  test('takes those that the report has where there is no file', async () => {
    expect((await judged(reportOf({ tableSizes: others }), [])).sizes).toEqual([others]);
    expect((await judged(reportOf(), [])).sizes).toEqual([undefined]);
  });

  test('finds a file that the settings name beside the settings', async () => {
    const files = { 'ci/settings.yml': 'table-stats: stats.csv', 'ci/stats.csv': csv };
    expect((await judged(reportOf(), ['--settings', 'ci/settings.yml'], files)).sizes).toEqual([sizes]);
  });

  test('refuses a bad file by its line, and judges nothing', async () => {
    const files = { 'stats.csv': `${csv}public,users,-1,0\n` };
    const { code, sizes, error } = await judged(reportOf(), ['--table-stats', 'stats.csv'], files);
    expect([code, sizes]).toEqual([2, []]);
    expect(error).toMatch(/^Error: stats\.csv:3: rows is "-1"; it must be .+\nMake the file with: /);
  });
});

describe('a check', () => {
  const project = {
    'alembic.ini': '[alembic]\nscript_location = migrations\n',
    'migrations/env.py': envPy(),
    'migrations/versions/a.py': revisionPy('a', null, 'op.create_table("t", sa.Column("id", sa.Integer))'),
  };

  test('puts the sizes into the report, so that it can be judged again with them', async () => {
    const cwd = await temporary({
      ...project,
      'stats.csv': csv,
      'migrate-check.yml': 'table-stats: stats.csv\nrules: { missing-downgrade: off }',
    });
    const { stderr } = await typed(['--json', 'report.json', '--database', 'local', ...withPython()], {
      cwd,
    });
    const report = JSON.parse(await readFile(join(cwd, 'report.json'), 'utf8')) as Report;
    expect(report.tableSizes, stderr).toEqual(sizes);
  });

  test.each([[[]], [['--dry-run']]])('refuses a bad file before it starts a database: %j', async (args) => {
    const cwd = await temporary({ ...project, 'stats.json': '{}' });
    const all = [...args, '--table-stats', 'stats.json', '--database', 'local', ...withPython()];
    const { code, stdout, stderr } = await typed(all, { cwd });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Error: stats.json: this is no list of tables');
    expect(stderr).not.toContain('starting PostgreSQL');
  });
});

describe('stats-query', () => {
  test.each([
    [[], 'json'],
    [['--csv'], 'csv'],
  ] as const)('%j prints the query and nothing else', async (args, form) => {
    expect(await command(['stats-query', ...args], { cwd: await temporary() })).toEqual({
      code: 0,
      stdout: statsQuery(form),
      stderr: '',
    });
  });

  test('--help says how to run it, and what is done with the answer', async () => {
    const { code, stdout } = await command(['stats-query', '--help'], { cwd: await temporary() });
    expect(code).toBe(0);
    expect(stdout).toContain('migrate-check stats-query | psql "$PRODUCTION" -XAt > table-stats.json');
    expect(stdout).toContain('migrate-check --table-stats table-stats.json');
  });
});
