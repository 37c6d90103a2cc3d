/** What is suggested where others have added revisions meanwhile. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeProject } from '../support/alembic.ts';
import { commit, git, makeRepository } from '../support/git.ts';
import { checked, suggested, take, users, versions } from './support.ts';

const tags = (id: string, parent: string, table: string): string => `"""Make ${table}

Revision ID: ${id}
Revises: ${parent}
"""
import sqlalchemy as sa
from alembic import op

revision: str = '${id}'
down_revision: str | None = '${parent}'


def upgrade():
    op.create_table("${table}", sa.Column("id", sa.BigInteger, primary_key=True))


def downgrade():
    op.drop_table("${table}")
`;

/** `main` has got two revisions on 0002 meanwhile, and `work`, which is checked out, one. */
async function parted(): Promise<string> {
  const directory = await writeProject(
    versions({ '0001_users': users, '0002_tags': tags('0002', '0001', 'tags') }),
  );
  makeRepository(directory);
  git(directory, 'switch', '--quiet', 'main');
  await writeFile(`${directory}/migrations/versions/aa_theirs.py`, tags('aa', '0002', 'theirs'));
  await writeFile(`${directory}/migrations/versions/ab_theirs.py`, tags('ab', 'aa', 'theirs_too'));
  commit(directory, 'theirs');
  git(directory, 'switch', '--quiet', 'work');
  await writeFile(`${directory}/migrations/versions/bb_ours.py`, tags('bb', '0002', 'ours'));
  commit(directory, 'ours');
  return directory;
}

const onTop = {
  file: 'migrations/versions/bb_ours.py',
  startLine: 4,
  endLine: 10,
  after: [
    'Revises: ab',
    '"""',
    'import sqlalchemy as sa',
    'from alembic import op',
    '',
    "revision: str = 'bb'",
    "down_revision: str | None = 'ab'",
  ],
};
const changed = { scope: 'changed', since: 'main' } as const;

test('a parent that another has taken meanwhile: tried with what the base branch has got, which is not here', async () => {
  const directory = await parted();
  const { report } = await checked(directory, changed);
  expect(suggested(report)).toMatchObject({ 'stale-down-revision': onTop });
  expect(suggested(report)['stale-down-revision']).not.toHaveProperty('withBase');
  await take(directory, onTop as never);
  commit(directory, 'taken');
  git(directory, 'merge', '--quiet', 'main');
  const again = await checked(directory, changed);
  expect(again.report.findings).toEqual([]);
  expect(again.report.plan.steps).toContainEqual({ kind: 'round-trip', revision: 'bb' });
});

test('two heads after a merge: the one of the change goes on top of the other', async () => {
  const directory = await parted();
  git(directory, 'merge', '--quiet', 'main');
  const { report } = await checked(directory, changed);
  expect(suggested(report)).toMatchObject({ 'several-heads': onTop });
  await take(directory, onTop as never);
  const again = await checked(directory, changed);
  expect(again.report.findings).toEqual([]);
});

test('two with the same number after a merge: that of the change gets the next one, on top of the other', async () => {
  const versionOf = (name: string): string => `migrations/versions/${name}.py`;
  const directory = await writeProject(
    versions({
      '0001_users': users,
      '0002_tags': tags('0002', '0001', 'tags'),
      '0003_more': tags('0003', '0002', 'more'),
    }),
  );
  makeRepository(directory);
  git(directory, 'switch', '--quiet', 'main');
  await writeFile(join(directory, versionOf('0004_theirs')), tags('0004', '0003', 'theirs'));
  commit(directory, 'theirs');
  git(directory, 'switch', '--quiet', 'work');
  await writeFile(join(directory, versionOf('0004_ours')), tags('0004', '0003', 'ours'));
  commit(directory, 'ours');
  git(directory, 'merge', '--quiet', 'main');
  const edits = suggested((await checked(directory, changed)).report);
  expect(edits).toMatchObject({
    'broken-graph': {
      file: versionOf('0004_ours'),
      startLine: 3,
      endLine: 10,
      after: [
        'Revision ID: 0005',
        'Revises: 0004',
        '"""',
        'import sqlalchemy as sa',
        'from alembic import op',
        '',
        "revision: str = '0005'",
        "down_revision: str | None = '0004'",
      ],
    },
  });
  for (const edit of Object.values(edits)) await take(directory, edit);
  // Only the name of the file is left, which is no matter of its text.
  const again = await checked(directory, changed);
  expect(again.report.findings.map(({ rule }) => rule)).toEqual(['number-prefix']);
});
