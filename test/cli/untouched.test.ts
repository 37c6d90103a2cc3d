/** A change that touches no migration: nothing is started, and it comes to what it came to when all was. */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pythonEnv } from '../../scripts/python-env.ts';
import { check } from '../../src/check.ts';
import { settingsFor } from '../../src/config/library.ts';
import type { Report } from '../../src/model/report.ts';
import { json } from '../../src/reporters/json.ts';
import { parseReport } from '../../src/reporters/read-report.ts';
import { terminal } from '../../src/reporters/terminal.ts';
import { rules } from '../../src/rules/index.ts';
import { envPy, revisionPy } from '../support/alembic.ts';
import { commit, git, makeRepository } from '../support/git.ts';
import { silent } from '../support/replay.ts';
import { temporary, write } from '../support/temporary.ts';
import { command } from './command.ts';

/** The same project, spelt so that it can be read without Python, and so that it cannot. */
const readable = '[alembic]\nscript_location = %(here)s/migrations\n';
const unreadable = '[alembic]\nwhere = %(here)s\nscript_location = %(where)s/migrations\n';

const entries = `ignore:
  - path: "elsewhere/*.py"
    rule: drop-table
    reason: nobody has looked whether it is needed
  - path: "versions/*.py"
    rule: drop-table
    reason: no longer read
    until: 2020-01-01
`;

const project = (ini: string): Readonly<Record<string, string>> => ({
  'shop/alembic.ini': ini,
  'shop/migrations/env.py': envPy(),
  'shop/migrations/versions/a.py': revisionPy('a', null, 'pass').replace('Step a of', 'Step z of'),
  'shop/migrations/versions/b.py': revisionPy('b', 'a', 'pass'),
  'shop/models.py': 'x = 1\n',
  'shop/.migrate-check-baseline.json': JSON.stringify({
    version: 1,
    findings: [{ rule: 'drop-table', file: 'shop/migrations/versions/a.py', fingerprint: 'f', about: 'x' }],
  }),
  'migrate-check.yml': entries,
  'base.sql': '',
  'sizes.json': '[]',
  'README.md': '',
});

async function repository(ini = readable): Promise<string> {
  const root = await temporary(project(ini));
  makeRepository(root);
  return root;
}

/** Checks what the branch changes. Without a Python, whatever needs one is refused. */
async function checked(
  root: string,
  more: Readonly<Record<string, unknown>> = {},
  changeSince?: string,
): Promise<Report> {
  const databaseUrl = 'postgresql://x:y@127.0.0.1:1/z';
  const given = {
    since: 'main',
    python: '/nowhere/python',
    database: 'server' as const,
    databaseUrl,
    ...more,
  };
  const { settings } = await settingsFor(given, { cwd: root });
  const where = { directory: join(root, 'shop'), root };
  const env = { PATH: process.env['PATH'] };
  const signal = new AbortController().signal;
  return check({ settings, where, env, signal, progress: silent, changeSince });
}

describe('a change of the application alone', () => {
  const change = { 'shop/models.py': 'x = 2\n', 'README.md': 'more\n', 'shop/new.py': '' };

  test('comes to the same as when Python is asked, and starts neither it nor a server', async () => {
    const [quick, whole] = [await repository(), await repository(unreadable)];
    await Promise.all([write(quick, change), write(whole, change)]);
    commit(quick);
    commit(whole);
    const fast = await checked(quick);
    const slow = await checked(whole, { python: pythonEnv('current') });
    expect(slow.graph.revisions).toHaveLength(2);
    const outcome = ({ verdict, findings, observations, relaxations, baseline, rules, server }: Report) => ({
      ...{ verdict, findings, observations, relaxations, baseline, rules, server },
    });
    expect(outcome(fast)).toEqual(outcome(slow));
    expect(fast.plan).toEqual({ scope: 'changed', steps: [], leftOut: [], untouchedSince: 'main' });
    expect({ ...slow.plan, leftOut: [] }).toEqual({ scope: 'changed', steps: [], leftOut: [] });
    // A rule about the whole history would have looked at it, and says that it has not; no other claims anything else.
    const looked = ({ coverage }: Report) => coverage.filter(({ state }) => state !== 'not-checked');
    const slowly = new Map(slow.coverage.map((one) => [one.rule, one]));
    expect(looked(fast)).toEqual(looked(fast).map(({ rule }) => slowly.get(rule)));
    expect(
      new Set(fast.coverage.filter((one) => !looked(fast).includes(one)).map(({ rule }) => rule)),
    ).toEqual(new Set(rules.filter(([, { subject }]) => subject === 'project').map(([id]) => id)));
    // What is wrong with the settings is told either way.
    expect(fast.findings.map(({ rule }) => rule)).toEqual(['expired-suppression']);
  });

  test('is a report that says so, and no rule claims to have looked', async () => {
    const root = await repository();
    await write(root, change);
    const report = await checked(root);
    expect(report.verdict).toBe('passed');
    expect(parseReport(json.render(report, { colour: false, width: 100, verbose: false }))).toEqual(report);
    const text = terminal.render(report, { colour: false, width: 100, verbose: false });
    expect(text).toContain('no migration was changed since main: nothing was started');
    expect(text).toContain('passed: 1 warning');
    const subjects = report.coverage.flatMap((one) => (one.state === 'checked' ? [one] : []));
    const looked = subjects.filter(({ subjects }) => subjects > 0).map(({ rule }) => rule);
    expect(looked.filter((rule) => !/suppress/.test(rule))).toEqual([]);
    expect(report.coverage).toContainEqual({
      rule: 'several-heads',
      state: 'not-checked',
      why: 'no migration was changed since main',
    });
  });

  test('leaves what a baseline records as not looked for', async () => {
    const root = await repository();
    await write(root, change);
    const { baseline } = await checked(root);
    expect(baseline).toMatchObject({ letPass: 0, fixed: [], notChecked: [{ rule: 'drop-table' }] });
  });
});

describe('Python is asked', () => {
  const asked = (root: string, more: Record<string, unknown> = {}): Promise<unknown> =>
    expect(checked(root, more)).rejects.toMatchObject({ code: 'no-python' });

  test.each([
    ['a revision', { 'shop/migrations/versions/b.py': '# edited\n' }],
    ['env.py', { 'shop/migrations/env.py': '# edited\n' }],
    ['a file beside it', { 'shop/migrations/helper.py': '' }],
    ['the configuration', { 'shop/alembic.ini': `${readable}# more\n` }],
    ['a baseline', { 'shop/.migrate-check-baseline.json': '{"version":1,"findings":[]}' }],
    ['the settings file', { 'migrate-check.yml': 'fail-on: error\n' }],
    ['a nearer settings file', { 'shop/migrate-check.yaml': 'fail-on: error\n' }],
    ['the SQL to begin with', { 'base.sql': 'SELECT 1' }],
    ['the sizes of tables', { 'sizes.json': '[ ]' }],
  ])('where a change edits or adds %s, committed or not', async (_, files) => {
    const root = await repository();
    const named = { baseSql: 'base.sql', tableStats: 'sizes.json' };
    await write(root, files);
    await asked(root, named);
    commit(root);
    await asked(root, named);
  });

  test('where a revision is deleted', async () => {
    const root = await repository();
    await rm(join(root, 'shop/migrations/versions/b.py'));
    commit(root);
    await asked(root);
  });

  test('where a revision is moved away', async () => {
    const root = await repository();
    git(root, 'mv', 'shop/migrations/versions/b.py', 'b.py');
    commit(root);
    await asked(root);
  });

  test('where everything is to be checked', async () => {
    await asked(await repository(), { scope: 'all' });
  });

  test('where the configuration cannot be read without it', async () => {
    await asked(await repository(unreadable));
  });

  test('where only the ref that the change began at tells of it', async () => {
    const root = await repository();
    await write(root, { 'migrate-check.yml': 'fail-on: never\n' });
    commit(root);
    git(root, 'branch', 'later');
    await expect(checked(root, { since: 'later' })).resolves.toMatchObject({ verdict: 'passed' });
    await expect(checked(root, { since: 'later' }, 'main')).rejects.toMatchObject({ code: 'no-python' });
  });
});

test('the command says so, ends well and writes the reports that were asked for', async () => {
  const root = await repository();
  await write(root, { 'shop/models.py': 'x = 2\n' });
  const flags = ['--since', 'main', '--python', '/nowhere/python', '--json', 'report.json'];
  const { code, stdout, stderr } = await command(['shop', ...flags], { cwd: root });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('no migration was changed since main: nothing was started');
  const report = parseReport(await readFile(join(root, 'report.json'), 'utf8'));
  expect(report).toMatchObject({ verdict: 'passed', plan: { untouchedSince: 'main', steps: [] } });
});

test('a ref that there is not is refused as ever', async () => {
  await expect(checked(await repository(), { since: 'nope' })).rejects.toMatchObject({ code: 'git-failed' });
});
