/** What we say of a history and do to a database is what Alembic's own commands say and do. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { pythonEnv } from '../../../scripts/python-env.ts';
import { compare } from '../../../src/catalog/compare.ts';
import { CatalogReader } from '../../../src/catalog/reader.ts';
import type { Database } from '../../../src/database/provider.ts';
import type { RevisionId } from '../../../src/model/revision.ts';
import type { ToolSession } from '../../../src/tools/tool.ts';
import { envPy, openAlembic, revisionPy, testPython, writeProject } from '../../support/alembic.ts';
import { id } from '../../support/graph.ts';
import { testDatabase, testMajor } from '../../support/postgres.ts';

const table = (name: string): [string, string] => [
  `op.create_table("${name}", sa.Column("id", sa.Integer, primary_key=True))`,
  `op.drop_table("${name}")`,
];

/** A base, two branches, one of them labelled, their merge, a second base that depends on a branch, and one more. */
const history: Readonly<Record<string, string>> = {
  '1_base': revisionPy('aa01', null, ...table('base')),
  '2_left': revisionPy('bb02', 'aa01', ...table('left')),
  '3_right': revisionPy('cc03', 'aa01', ...table('right')).replace(
    '\n\ndef up',
    'branch_labels = ("right",)\n\ndef up',
  ),
  '4_merge': revisionPy('dd04', ['bb02', 'cc03'], 'pass', 'pass'),
  '5_other': revisionPy('ee05', null, ...table('other')).replace(
    '\n\ndef up',
    'depends_on = "bb02"\n\ndef up',
  ),
  '6_last': revisionPy('ff06', 'dd04', ...table('last')),
};

const project = (): Promise<string> =>
  writeProject({
    'migrations/env.py': `import os\n${envPy().replace(/create_engine\(.*?,/, 'create_engine(os.environ["URL"],')}`,
    ...Object.fromEntries(
      Object.entries(history).map(([name, text]) => [`migrations/versions/${name}.py`, text]),
    ),
  });

/** Alembic's own command on a database; lines of its standard output. */
function alembic(directory: string, { address }: Database, ...args: readonly string[]): readonly string[] {
  const { user, host, port, database } = address;
  const URL = `postgresql+psycopg2://${user}:${address.password()}@${host}:${port}/${database}`;
  const done = spawnSync(pythonEnv(testPython), ['-m', 'alembic', ...args], {
    cwd: directory,
    env: { ...process.env, URL, PYTHONDONTWRITEBYTECODE: '1' },
    encoding: 'utf8',
  });
  if (done.status !== 0) throw new Error(`alembic ${args.join(' ')}: ${done.stderr}`);
  return done.stdout.split('\n').filter((line) => line !== '');
}

const ids = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => line.split(' ')[0] ?? '').sort();

async function move(
  session: ToolSession,
  database: Database,
  ...moves: readonly ['upgrade' | 'downgrade', string][]
): Promise<void> {
  for (const [direction, revision] of moves) {
    const made = await session.move(direction, id(revision), {
      database: database.address,
      timeoutMs: 30_000,
    });
    expect(made.failure, `${direction} ${revision}`).toBeUndefined();
  }
  await session.release();
}

const snapshotOf = (database: Database) =>
  new CatalogReader(database, {
    major: testMajor,
    ignored: () => [{ schema: undefined, name: 'alembic_version' }],
  }).take();

test('heads, bases and history', async () => {
  const directory = await project();
  const { graph } = await openAlembic(directory, { env: { ...process.env, URL: 'postgresql://nowhere/x' } });
  const database = await testDatabase();
  expect(ids(alembic(directory, database, 'heads'))).toEqual([...graph.heads].sort());
  const said = alembic(directory, database, 'history', '--verbose').flatMap(
    (line) => /^(?:Rev|Parent|Merges): .*/.exec(line) ?? [],
  );
  expect(said.filter((line) => line.startsWith('Rev:'))).toHaveLength(graph.revisions.length);
  for (const revision of graph.revisions) {
    const at = said.findIndex((line) => line.startsWith(`Rev: ${revision.id}`));
    const parents =
      /: (.*)/
        .exec(said[at + 1] ?? '')?.[1]
        ?.replace('<base>', '')
        .split(/, |,/)
        .filter(Boolean) ?? [];
    expect(parents.sort(), revision.id).toEqual([...revision.parents].sort());
  }
  expect([...graph.bases].sort()).toEqual(['aa01', 'ee05']);
  expect(graph.revisions.find((revision) => revision.id === 'ee05')?.dependsOn).toEqual(['bb02']);
  expect(graph.revisions.find((revision) => revision.id === 'cc03')?.labels).toEqual(['right']);
});

test('our moves lead where `upgrade heads` leads, and `current` says so at each step', async () => {
  const directory = await project();
  const env = { ...process.env, URL: 'postgresql://nowhere/x' };
  const session = await openAlembic(directory, { env });
  const [ours, theirs] = [await testDatabase(), await testDatabase()];
  const current: Readonly<Record<string, readonly string[]>> = {
    aa01: ['aa01'],
    bb02: ['bb02'],
    cc03: ['bb02', 'cc03'],
    dd04: ['dd04'],
    ee05: ['dd04', 'ee05'],
    ff06: ['ee05', 'ff06'],
  };
  for (const revision of ['aa01', 'bb02', 'cc03', 'dd04', 'ee05', 'ff06']) {
    await move(session, ours, ['upgrade', revision]);
    const shown = ids(alembic(directory, ours, 'current'));
    // Alembic leaves the heads in the table that a depends_on has absorbed out of what it shows.
    expect(shown, revision).toEqual(current[revision]?.filter((one) => shown.includes(one)));
    expect(shown.length).toBeGreaterThan(0);
  }
  alembic(directory, theirs, 'upgrade', 'heads');
  expect(ids(alembic(directory, ours, 'current'))).toEqual(ids(alembic(directory, theirs, 'current')));
  expect(compare(await snapshotOf(ours), await snapshotOf(theirs))).toEqual([]);
});

test('what Alembic has done we go on from, and the other way round', async () => {
  const directory = await project();
  const session = await openAlembic(directory, { env: { ...process.env, URL: 'postgresql://nowhere/x' } });
  const database = await testDatabase();
  alembic(directory, database, 'upgrade', 'bb02');
  await move(session, database, ['upgrade', 'cc03'], ['upgrade', 'dd04']);
  alembic(directory, database, 'upgrade', '+1');
  expect(ids(alembic(directory, database, 'current'))).toContain('ff06');
  await move(session, database, ['downgrade', 'ff06'], ['upgrade', 'ff06']);
  alembic(directory, database, 'downgrade', '-1');
  expect(ids(alembic(directory, database, 'current'))).toEqual(['dd04']);
  await move(session, database, ['downgrade', 'dd04']);
  alembic(directory, database, 'downgrade', 'right@aa01');
  expect(ids(alembic(directory, database, 'current'))).toEqual(['bb02']);
  alembic(directory, database, 'downgrade', 'base');
  expect(compare(await snapshotOf(database), await snapshotOf(await testDatabase()))).toEqual([]);
});

test('a stamp of ours is a stamp of theirs', async () => {
  const directory = await project();
  const session = await openAlembic(directory, { env: { ...process.env, URL: 'postgresql://nowhere/x' } });
  const [ours, theirs] = [await testDatabase(), await testDatabase()];
  const stamped: readonly RevisionId[] = [id('dd04')];
  await session.stamp(stamped, { database: ours.address, timeoutMs: 30_000 });
  await session.release();
  alembic(directory, theirs, 'stamp', 'dd04');
  expect(ids(alembic(directory, ours, 'current'))).toEqual(['dd04']);
  expect(ids(alembic(directory, theirs, 'current'))).toEqual(['dd04']);
});
