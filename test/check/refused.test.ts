import { execFileSync } from 'node:child_process';
import { mkdir, readFile, rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pythonEnv } from '../../scripts/python-env.ts';
import { rejudge } from '../../src/check.ts';
import type { Report } from '../../src/model/report.ts';
import { envPy, revisionPy, testPython, writeProject } from '../support/alembic.ts';
import { testMajor, testServer } from '../support/postgres.ts';
import { contentOf } from '../support/project.ts';
import { checked, suggested, take } from './support.ts';

const file = 'migrations/versions/0001_moods.py';
const leaving = (name: string, comment = ''): string =>
  revisionPy(
    '0001',
    null,
    `op.execute(${JSON.stringify(`CREATE TYPE ${name} AS ENUM ('good')`)})`,
    'op.execute("SELECT 1")',
    comment,
  );

/** Names of our databases on the server of this run. */
async function databases(): Promise<readonly string[]> {
  const server = await testServer();
  const own = await server.create();
  const rows = await own.query<{ name: string }>('SELECT datname AS name FROM pg_database ORDER BY 1');
  await server.drop(own);
  return rows.map(({ name }) => name).filter((name) => name !== own.address.database);
}

test('an edit that would break the upgrade is tried, and not suggested; nothing is left of the trial', async () => {
  const directory = await writeProject({
    // No block of its own can be committed within this transaction.
    'migrations/env.py': envPy().replace(
      'with engine.connect() as connection:',
      'with engine.begin() as connection:',
    ),
    'migrations/versions/0001_users.py': revisionPy(
      '0001',
      null,
      'op.execute("CREATE ROLE of_the_trial")\nop.create_table("users", sa.Column("email", sa.Text, primary_key=True))',
      'op.drop_table("users")\nop.execute("DROP ROLE of_the_trial")',
    ),
    'migrations/versions/0002_index.py': revisionPy(
      '0002',
      '0001',
      'op.create_index("ix_users_email", "users", ["email"])',
      'op.drop_index("ix_users_email")',
    ),
  });
  const before = await contentOf(directory);
  const databasesBefore = await databases();
  const { report, stages } = await checked(directory);
  expect(report.findings.map(({ rule }) => rule)).toContain('create-index-non-concurrent');
  expect(suggested(report)).toEqual({});
  expect(stages.some((stage) => stage.startsWith('0 of 1 edit holds'))).toBe(true);
  expect(await contentOf(directory), 'the project is left as it was').toEqual(before);
  // The one that we have named is ours.
  expect((await databases()).length - databasesBefore.length).toBe(1);
});

test('what a history leaves on the server is gone before it is walked again', async () => {
  const directory = await writeProject({
    [file]: revisionPy(
      '0001',
      null,
      'op.execute("CREATE ROLE of_the_walk")\nop.execute("CREATE TYPE mood AS ENUM (\'good\')")',
      'op.execute("DROP ROLE of_the_walk")',
    ),
  });
  const { report } = await checked(directory, {
    database: 'local',
    databaseUrl: undefined,
    postgres: testMajor,
  });
  expect(Object.keys(suggested(report))).toEqual(['enum-left-behind']);
});

test('who does not ask for it has no trial', async () => {
  const directory = await writeProject({ [file]: leaving('mood') });
  const { report, stages } = await checked(directory, { suggestions: false });
  expect(report.findings.map(({ rule }) => rule)).toEqual(['enum-left-behind']);
  expect(suggested(report)).toEqual({});
  expect(stages.filter((stage) => stage.includes('edit'))).toEqual([]);
});

test('a type whose name means something to Python, SQL and Markdown is dropped by exactly that name', async () => {
  const name = `"a""b\\n'\`\`\`{0} %s"`;
  const directory = await writeProject({ [file]: leaving(name) });
  const edits = suggested((await checked(directory)).report);
  expect(edits['enum-left-behind']?.after.at(-1)).toBe(
    `    op.execute(${JSON.stringify(`DROP TYPE ${name}`)})`,
  );
  for (const edit of Object.values(edits)) await take(directory, edit);
  expect((await checked(directory)).report.findings).toEqual([]);
});

test('a type whose name turns the direction of text is never suggested', async () => {
  const directory = await writeProject({ [file]: leaving('"mood\u202e"') });
  const { report, stages } = await checked(directory);
  expect(report.findings.map(({ rule }) => rule)).toEqual(['enum-left-behind']);
  expect(suggested(report)).toEqual({});
  expect(stages.filter((stage) => stage.startsWith('trying'))).toEqual([]);
});

test('a file in Latin-1 has no suggestion, and one with the line ends of Windows has', async () => {
  const latin = await writeProject({ [file]: '' });
  const text = `# -*- coding: latin-1 -*-\n${leaving('mood', '# gr\u00fc\u00dfe')}`;
  await writeFile(join(latin, file), Buffer.from(text, 'latin1'));
  const one = await checked(latin);
  expect(one.report.findings.map(({ rule }) => rule)).toEqual(['enum-left-behind']);
  expect(suggested(one.report)).toEqual({});

  const windows = await writeProject({ [file]: leaving('mood').replaceAll('\n', '\r\n') });
  expect(Object.keys(suggested((await checked(windows)).report))).toEqual(['enum-left-behind']);
});

test('a file that is a link is edited where it really is, whatever was compiled of it', async () => {
  const directory = await writeProject({ [file]: leaving('mood') });
  await mkdir(join(directory, 'real'));
  await rename(join(directory, file), join(directory, 'real', 'moods.py'));
  await symlink('../../real/moods.py', join(directory, file));
  execFileSync(pythonEnv(testPython), ['-m', 'compileall', '-q', directory]);
  const edits = suggested((await checked(directory)).report);
  expect(edits['enum-left-behind']?.file).toBe('real/moods.py');
});

test('whoever stops it in the middle of a trial waits for no other', async () => {
  const directory = await writeProject({ [file]: leaving('mood') });
  const cancel = new AbortController();
  const stopped = new Error('stopped');
  const running = checked(directory, {}, cancel, (stage) => {
    if (stage.startsWith('trying')) cancel.abort(stopped);
  });
  await expect(running).rejects.toBe(stopped);
  expect(await readFile(join(directory, file), 'utf8')).toBe(leaving('mood'));
});

test('judged again, a report keeps what was tried as long as the rule still proposes it', async () => {
  const directory = await writeProject({ [file]: leaving('mood') });
  const { report } = await checked(directory);
  const stored = JSON.parse(JSON.stringify(report)) as Report;
  const again = async (one: Report) =>
    (await rejudge(one, { failOn: 'error', rules: {} })).findings.map(({ suggestion }) => suggestion);
  expect(await again(stored)).toEqual([report.findings[0]?.suggestion]);
  const [finding] = stored.findings as [(typeof stored.findings)[number]];
  const { suggestion, ...bare } = finding;
  expect(await again({ ...stored, findings: [bare] })).toEqual([undefined]);
  if (!suggestion) throw new Error('nothing was suggested');
  const forged = {
    ...suggestion,
    edit: { ...suggestion.edit, after: ['    op.execute("DROP SCHEMA public")'] },
  };
  expect(await again({ ...stored, findings: [{ ...bare, suggestion: forged }] })).toEqual([undefined]);
});
