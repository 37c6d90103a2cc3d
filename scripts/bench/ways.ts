import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { measure } from './measure.ts';

/** One way of making the moves of a history, timed. */
export interface Timing {
  readonly way: string;
  readonly seconds: number;
  /** Moves that were really made; fewer than all means that the rest is extrapolated. */
  readonly measured: number;
  readonly peak: Readonly<Record<string, number>>;
}

/** The ways side by side on the same ground. */
export interface Row {
  readonly name: string;
  readonly moves: number;
  readonly timings: readonly Timing[];
}

export interface Ground {
  /** The project's directory. */
  readonly directory: string;
  readonly python: string;
  readonly revisions: number;
  readonly moves: number;
  /** For projects that read their address from there. */
  readonly env: Readonly<Record<string, string>>;
}

const here = import.meta.dirname;

export async function floor({ directory, python, moves, env }: Ground): Promise<Timing> {
  const run = await must([python, join(here, 'floor.py')], directory, env);
  return { way: 'floor', seconds: run.seconds, measured: moves, peak: run.peak };
}

export async function commands({ directory, python, moves, env }: Ground, limit: number): Promise<Timing> {
  const run = await must([python, join(here, 'commands.py'), String(limit)], directory, env);
  const said = JSON.parse(lastLine(run.stdout)) as { seconds: number; moves: number };
  return {
    way: 'alembic.command',
    // Its start is paid once, whatever the number of moves.
    seconds: run.seconds + (said.seconds / said.moves) * (moves - said.moves),
    measured: said.moves,
    peak: run.peak,
  };
}

/** One `alembic` process for each move; a sample of them, spread over the history's first revisions. */
export async function processes({ directory, python, moves, env }: Ground, sample: number): Promise<Timing> {
  const times: number[] = [];
  let peak: Timing['peak'] = {};
  for (let at = 0; at < sample; at += 1) {
    const move = at % 3 === 1 ? ['downgrade', '-1'] : ['upgrade', '+1'];
    const run = await must([python, '-m', 'alembic', ...move], directory, env);
    times.push(run.seconds);
    peak = run.peak;
  }
  const mean = times.reduce((sum, seconds) => sum + seconds, 0) / times.length;
  return { way: 'alembic processes', seconds: mean * moves, measured: sample, peak };
}

const conftest = `import pytest
from sqlalchemy import create_engine, pool
from alembic.config import Config


@pytest.fixture
def alembic_config():
    return Config("alembic.ini")


@pytest.fixture
def alembic_engine():
    return create_engine(Config("alembic.ini").get_main_option("sqlalchemy.url"), poolclass=pool.NullPool)
`;

const builtInTests = `from pytest_alembic.tests import (
    test_model_definitions_match_ddl,
    test_single_head_revision,
    test_up_down_consistency,
    test_upgrade,
)
`;

/** pytest-alembic's own four tests: fewer moves and no comparison of catalogs. The one about models fails: there are none. */
export async function pytestAlembic({ directory, python }: Ground): Promise<Timing> {
  await writeFile(join(directory, 'conftest.py'), conftest);
  await writeFile(join(directory, 'test_migrations.py'), builtInTests);
  const run = await measure([python, '-m', 'pytest', '-q', '-p', 'no:cacheprovider'], { cwd: directory });
  if (run.exitCode === null || run.exitCode > 1)
    throw new Error(`pytest-alembic: ${run.stdout}${run.stderr}`);
  return { way: 'pytest-alembic (its 4 tests)', seconds: run.seconds, measured: 0, peak: run.peak };
}

/** The whole command, server start and report included. */
export async function migrateCheck({ directory, python, moves }: Ground): Promise<Timing> {
  const cli = join(here, '..', '..', 'dist', 'cli.js');
  const run = await measure([process.execPath, cli, directory, '--python', python, '--database', 'local'], {
    cwd: directory,
  });
  if (run.exitCode !== 0) throw new Error(`migrate-check: exit ${run.exitCode}\n${run.stdout}${run.stderr}`);
  return { way: 'migrate-check', seconds: run.seconds, measured: moves, peak: run.peak };
}

async function must(
  command: readonly [string, ...string[]],
  directory: string,
  env: Ground['env'],
): ReturnType<typeof measure> {
  const run = await measure(command, { cwd: directory, env });
  if (run.exitCode !== 0)
    throw new Error(
      `${command.join(' ')}: exit ${run.exitCode} in ${(await readdir(directory)).join(' ')}\n${run.stderr}`,
    );
  return run;
}

const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1) ?? '';
