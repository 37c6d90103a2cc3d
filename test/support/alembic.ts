import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type EnvironmentName, pythonEnv } from '../../scripts/python-env.ts';
import { alembic } from '../../src/tools/alembic/tool.ts';
import type { ToolSession } from '../../src/tools/tool.ts';
import { type Finished, temporary } from './temporary.ts';

/** The Python stack that a run of the tests is about. */
export const testPython = (process.env['MIGRATE_CHECK_TEST_PYTHON'] ?? 'current') as EnvironmentName;

/** An ordinary sync env.py; `before` runs on the connection before Alembic is configured. */
export const envPy = (
  url = 'postgresql+psycopg2://nobody:secret@127.0.0.1:1/production',
  before = 'pass',
): string => `from alembic import context
from sqlalchemy import create_engine, pool, text

engine = create_engine(${JSON.stringify(url)}, poolclass=pool.NullPool)
with engine.connect() as connection:
    ${before}
    context.configure(connection=connection)
    with context.begin_transaction():
        context.run_migrations()
`;

/** A revision's file. Bodies are lines of Python. */
export const revisionPy = (
  id: string,
  parent: string | readonly string[] | null,
  upgrade: string,
  downgrade = 'pass',
  more = '',
): string => `"""Step ${id} of the shop"""
import sqlalchemy as sa
from alembic import op

revision = ${JSON.stringify(id)}
down_revision = ${JSON.stringify(parent)?.replace('null', 'None')}
${more}

def upgrade():
    ${upgrade.replaceAll('\n', '\n    ')}


def downgrade():
    ${downgrade.replaceAll('\n', '\n    ')}
`;

/** Writes files into a new directory that goes with the test. `alembic.ini` and `env.py` are there unless given. */
export async function writeProject(
  files: Readonly<Record<string, string>>,
  finished: Finished = onTestFinished,
): Promise<string> {
  const directory = await temporary(
    {
      'alembic.ini': '[alembic]\nscript_location = migrations\n',
      'migrations/env.py': envPy(),
      ...files,
    },
    finished,
  );
  await mkdir(join(directory, 'migrations', 'versions'), { recursive: true });
  return directory;
}

/** Opens the one project in a directory with the Python of this run. It is closed with the test. */
export async function openAlembic(
  directory: string,
  more: { env?: NodeJS.ProcessEnv; x?: readonly string[]; signal?: AbortSignal } = {},
  finished: Finished = onTestFinished,
): Promise<ToolSession> {
  const where = { directory, root: directory };
  const [found] = await alembic.detect(where);
  if (!found) throw new Error(`There is no project in ${directory}`);
  const session = await alembic.open(found, where, {
    python: pythonEnv(testPython),
    x: more.x ?? [],
    env: more.env ?? process.env,
    signal: more.signal ?? new AbortController().signal,
  });
  finished(async () => session[Symbol.asyncDispose]());
  return session;
}
