import { expect, test } from 'vitest';
import { revisionPy, writeProject } from '../support/alembic.ts';
import { checked, suggested, take, users, versions } from './support.ts';

test('a history of faults: each edit is as it would be typed, and once all are taken nothing is left of them', async () => {
  const directory = await writeProject(
    versions({
      '0001_users': users,
      '0002_index': `"""Index

Revision ID: 0002
Revises: 0000
"""
import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade():
    op.create_index(
        op.f("ix_users_email"),  # looked up at each login
        "users",
        ["email"],
    )  # the last of them


def downgrade():
    op.drop_index(op.f("ix_users_email"), table_name="users")
`,
      '0003_mood': `"""Mood"""
import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade():
\top.create_table("moods", sa.Column("mood", sa.Enum("good", "bad", name="mood"), primary_key=True))


def downgrade():
\top.drop_table("moods")  # and no more`,
      '0004_unique': revisionPy(
        '0004',
        '0003',
        'op.create_unique_constraint(None, "users", ["email"])',
        'op.drop_constraint(\n    None,\n    "users",\n    type_="unique",\n)',
      ),
      '0005_tags': revisionPy(
        '0005',
        '0004',
        'op.create_table("tags", sa.Column("id", sa.BigInteger, primary_key=True))',
      ),
      '0006_drop': revisionPy(
        '0006',
        '0005',
        'op.drop_index("ix_users_city", table_name="users")',
        'op.create_index("ix_users_city", "users", ["city"])',
      ),
      '0007_function': revisionPy(
        '0007',
        '0006',
        'op.execute("CREATE FUNCTION one() RETURNS int LANGUAGE sql AS \'SELECT 1\'")\nop.execute("CREATE VIEW ones AS SELECT 1 AS one")',
        'op.execute("DROP FUNCTION one()")',
      ),
    }),
  );
  const { report, stages } = await checked(directory, { rules: { 'add-unique-constraint': 'off' } });
  const edits = suggested(report);
  expect(edits).toEqual({
    'create-index-non-concurrent': {
      file: 'migrations/versions/0002_index.py',
      startLine: 14,
      endLine: 18,
      before: [
        '    op.create_index(',
        '        op.f("ix_users_email"),  # looked up at each login',
        '        "users",',
        '        ["email"],',
        '    )  # the last of them',
      ],
      after: [
        '    with op.get_context().autocommit_block():',
        '        op.execute("DROP INDEX CONCURRENTLY IF EXISTS ix_users_email")',
        '        op.create_index(',
        '            op.f("ix_users_email"),  # looked up at each login',
        '            "users",',
        '            ["email"],',
        '            postgresql_concurrently=True,',
        '        )  # the last of them',
      ],
    },
    'header-differs': {
      file: 'migrations/versions/0002_index.py',
      startLine: 4,
      endLine: 4,
      before: ['Revises: 0000'],
      after: ['Revises: 0001'],
    },
    'enum-left-behind': {
      file: 'migrations/versions/0003_mood.py',
      startLine: 14,
      endLine: 14,
      before: ['\top.drop_table("moods")  # and no more'],
      after: ['\top.drop_table("moods")  # and no more', '\top.execute("DROP TYPE mood")'],
    },
    'drop-constraint-none': {
      file: 'migrations/versions/0004_unique.py',
      startLine: 10,
      endLine: 18,
      before: [
        '    op.create_unique_constraint(None, "users", ["email"])',
        '',
        '',
        'def downgrade():',
        '    op.drop_constraint(',
        '        None,',
        '        "users",',
        '        type_="unique",',
        '    )',
      ],
      after: [
        '    op.create_unique_constraint("users_email_key", "users", ["email"])',
        '',
        '',
        'def downgrade():',
        '    op.drop_constraint(',
        '        "users_email_key",',
        '        "users",',
        '        type_="unique",',
        '    )',
      ],
    },
    'missing-downgrade': {
      file: 'migrations/versions/0005_tags.py',
      startLine: 14,
      endLine: 14,
      before: ['    pass'],
      after: ['    op.drop_table("tags")'],
    },
    'drop-index-non-concurrent': {
      file: 'migrations/versions/0006_drop.py',
      startLine: 10,
      endLine: 10,
      before: ['    op.drop_index("ix_users_city", table_name="users")'],
      after: [
        '    with op.get_context().autocommit_block():',
        '        op.drop_index("ix_users_city", table_name="users", postgresql_concurrently=True)',
      ],
    },
    'downgrade-leaves-trace': {
      file: 'migrations/versions/0007_function.py',
      startLine: 15,
      endLine: 15,
      before: ['    op.execute("DROP FUNCTION one()")'],
      after: ['    op.execute("DROP FUNCTION one()")', '    op.execute("DROP VIEW ones")'],
    },
  });
  expect(
    stages.some((stage) => /^7 of 7 edits hold \(\d+\.\d s\)$/.test(stage)),
    stages.join('\n'),
  ).toBe(true);

  // From below, so that the lines of the others are still where they were.
  for (const edit of Object.values(edits).toSorted((a, b) => b.startLine - a.startLine))
    await take(directory, edit);
  const again = await checked(directory, { rules: { 'add-unique-constraint': 'off' } });
  const rules = again.report.findings.map(({ rule }) => rule as string);
  expect(rules.filter((rule) => rule in edits)).toEqual([]);
});

test('a command that is refused, and one that is written as SQL', async () => {
  const directory = await writeProject(
    versions({
      '0001_users': users,
      '0002_sql': revisionPy(
        '0002',
        '0001',
        'op.execute("CREATE INDEX ix_users_mail ON users (email)  WHERE id > 1;")',
        'op.drop_index("ix_users_mail")',
      ),
      '0003_refused': revisionPy(
        '0003',
        '0002',
        'op.create_index("ix_users_both", "users", ["email", "city"], postgresql_concurrently=True)',
        'op.drop_index("ix_users_both")',
      ),
    }),
  );
  const edits = suggested((await checked(directory)).report);
  expect(Object.fromEntries(Object.entries(edits).map(([rule, { after }]) => [rule, after]))).toEqual({
    'create-index-non-concurrent': [
      '    with op.get_context().autocommit_block():',
      '        op.execute("DROP INDEX CONCURRENTLY IF EXISTS ix_users_mail")',
      '        op.execute("CREATE INDEX CONCURRENTLY ix_users_mail ON users (email) WHERE id > 1")',
    ],
    'concurrently-in-transaction': [
      '    with op.get_context().autocommit_block():',
      '        op.execute("DROP INDEX CONCURRENTLY IF EXISTS ix_users_both")',
      '        op.create_index("ix_users_both", "users", ["email", "city"], postgresql_concurrently=True)',
    ],
  });
  for (const edit of Object.values(edits)) await take(directory, edit);
  expect((await checked(directory)).report.findings).toEqual([]);
});

test('a lock that is waited for without a limit', async () => {
  const values = { rules: { 'missing-lock-timeout': 'notice' } } as const;
  const directory = await writeProject(
    versions({
      '0001_users': users,
      '0002_column': revisionPy(
        '0002',
        '0001',
        'op.add_column("users", sa.Column("age", sa.Integer))',
        'op.drop_column("users", "age")',
      ),
    }),
  );
  const edits = suggested((await checked(directory, values)).report);
  expect(edits).toEqual({
    'missing-lock-timeout': {
      file: 'migrations/versions/0002_column.py',
      startLine: 10,
      endLine: 10,
      before: ['    op.add_column("users", sa.Column("age", sa.Integer))'],
      after: [
        `    op.execute("SET LOCAL lock_timeout = '5s'")`,
        '    op.add_column("users", sa.Column("age", sa.Integer))',
      ],
    },
  });
  for (const edit of Object.values(edits)) await take(directory, edit);
  expect((await checked(directory, values)).report.findings).toEqual([]);
});
