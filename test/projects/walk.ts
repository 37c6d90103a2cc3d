import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { pythonEnv } from '../../scripts/python-env.ts';
import { check } from '../../src/check.ts';
import { environment, projectEnvironment } from '../../src/config/environment.ts';
import { merge } from '../../src/config/merge.ts';
import type { Settings } from '../../src/config/settings.ts';
import { parseSettings } from '../../src/config/settings-file.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Report } from '../../src/model/report.ts';
import { SetupError } from '../../src/model/setup-error.ts';
import { urlOf } from '../database/support/url.ts';
import { testPython } from '../support/alembic.ts';
import { testMajor, testServer } from '../support/postgres.ts';
import {
  contentOf,
  copyProject,
  type Expected,
  type Outcome,
  projectNames,
  readExpected,
} from '../support/project.ts';
import { silent } from '../support/replay.ts';

/** With a server of ours for each project, as a user has it, whose log is compared. */
const isUsualRun = testPython === 'current';

/** Checks every project whose name is wanted, of which there are at least so many, and compares with what it expects. */
export async function walkProjects(wanted: (name: string) => boolean, atLeast: number): Promise<void> {
  const names = (await projectNames()).filter(wanted);

  test('there are projects enough', () => {
    expect(names.length).toBeGreaterThanOrEqual(atLeast);
  });

  test.each(names)('%s', async (name) => {
    const expected = await readExpected(name);
    const directory = await copyProject(name);
    const before = await contentOf(directory);
    const outcome = outcomeOf(expected);
    const running = checkProject(directory, expected);
    if (outcome.error) await expectError(running, outcome.error);
    else expectReport(await running, outcome);
    for (const file of expected.leaves) await rm(join(directory, file));
    expect(await contentOf(directory), 'the project is left as it was').toEqual(before);
  });
}

/** The stack that a project names is one and the same in every run; a server that is named keeps its log for itself. */
function outcomeOf(expected: Expected): Outcome {
  if (!isUsualRun && expected.withoutLog) return expected.withoutLog;
  return testPython === 'oldest' && expected.stack === undefined ? (expected.oldest ?? expected) : expected;
}

/** A server for each project, as a user has it; where the same is run once more, one for all of them. */
async function databaseSettings(): Promise<Pick<Settings, 'database' | 'postgres' | 'databaseUrl'>> {
  if (isUsualRun) return { database: 'local', postgres: testMajor };
  const database = await (await testServer()).create();
  return { database: 'server', postgres: testMajor, databaseUrl: urlOf(database.address) };
}

async function checkProject(directory: string, { settings, stack }: Expected): Promise<Report> {
  const file = parseSettings(JSON.stringify(settings), { shown: 'expected.json', base: directory });
  const { settings: inForce } = merge([file], directory);
  const cancel = new AbortController();
  onTestFinished(() => cancel.abort());
  return check({
    settings: { ...inForce, python: pythonEnv(stack ?? testPython), ...(await databaseSettings()) },
    where: { directory, root: directory },
    env: projectEnvironment(environment(), 'harmless', inForce.env),
    signal: cancel.signal,
    progress: silent,
  });
}

function expectReport({ findings, verdict }: Report, outcome: Outcome): void {
  const expected = outcome.findings ?? [];
  expect(findings.map(placeOf).sort(), JSON.stringify(findings, null, 2)).toEqual(expected.map(place).sort());
  for (const one of expected) {
    const texts = findings.filter((finding) => placeOf(finding) === place(one)).map(textOf);
    for (const words of one.says) expect(texts.join('\n')).toContain(words);
  }
  expect(verdict).toBe(outcome.verdict);
}

async function expectError(running: Promise<Report>, { code, says }: NonNullable<Outcome['error']>) {
  const error: unknown = await running.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof SetupError)) throw new Error(`A SetupError ${code} was expected`, { cause: error });
  expect(error.code).toBe(code);
  const text = [error.message, error.hint, ...error.details].join('\n');
  for (const words of says) expect(text).toContain(words);
}

const place = ({ rule, file, line }: { rule: string; file: string; line?: number | undefined }): string =>
  `${rule} at ${file}:${line}`;
const placeOf = ({ rule, place: where }: Finding): string => place({ rule, ...where, line: where.line });
const textOf = ({ message, help, evidence }: Finding): string =>
  [message, help, ...evidence.map((one) => ('words' in one ? one.words : one.text))].join('\n');
