import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { pythonEnv } from '../../scripts/python-env.ts';
import { check } from '../../src/check.ts';
import { environment, projectEnvironment } from '../../src/config/environment.ts';
import type { SettingValues } from '../../src/config/library.ts';
import { settingsFor } from '../../src/config/library.ts';
import type { Report } from '../../src/model/report.ts';
import type { Edit } from '../../src/model/suggestion.ts';
import { urlOf } from '../database/support/url.ts';
import { revisionPy, testPython } from '../support/alembic.ts';
import { testServer } from '../support/postgres.ts';

export interface Checked {
  readonly report: Report;
  /** What whoever waits was told. */
  readonly stages: readonly string[];
}

/** Checks the project of a directory, trying what may be suggested, on the server of this run. */
export async function checked(
  directory: string,
  values: SettingValues = {},
  cancel = new AbortController(),
  told: (stage: string) => void = () => undefined,
): Promise<Checked> {
  const database = await (await testServer()).create();
  onTestFinished(() => cancel.abort());
  const { settings } = await settingsFor(
    {
      suggestions: true,
      database: 'server',
      databaseUrl: urlOf(database.address),
      python: pythonEnv(testPython),
      ...values,
    },
    { cwd: directory },
  );
  const stages: string[] = [];
  const stage = (text: string): void => {
    stages.push(text);
    told(text);
  };
  const report = await check({
    settings,
    where: { directory, root: directory },
    env: projectEnvironment(environment(), 'harmless', []),
    signal: cancel.signal,
    progress: { stage, move: () => undefined, end: () => undefined },
  });
  return { report, stages };
}

/** The edits that are suggested, by rule. */
export const suggested = ({ findings }: Report): Readonly<Record<string, Edit>> =>
  Object.fromEntries(
    findings.flatMap(({ rule, suggestion }) => (suggestion ? [[rule, suggestion.edit] as const] : [])),
  );

/** Does what a reviewer does who takes it, in a file whose lines end with line feeds. */
export async function take(directory: string, { file, startLine, endLine, after }: Edit): Promise<string> {
  const path = join(directory, file);
  const lines = (await readFile(path, 'utf8')).split('\n');
  lines.splice(startLine - 1, endLine - startLine + 1, ...after);
  await writeFile(path, lines.join('\n'));
  return lines.join('\n');
}

/** A revision to begin with: a table, and an index on it. */
export const users = revisionPy(
  '0001',
  null,
  `op.create_table("users", sa.Column("id", sa.BigInteger, primary_key=True), sa.Column("email", sa.Text), sa.Column("city", sa.Text))
op.create_index("ix_users_city", "users", ["city"])`,
  'op.drop_table("users")',
);

/** Files of revisions by their names without the ending. */
export const versions = (files: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [`migrations/versions/${name}.py`, text]));
