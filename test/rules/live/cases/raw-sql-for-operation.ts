import type { LiveBad, LiveCases, LiveGood } from '../case.ts';

const on = ['raw-sql-for-operation'];
const before =
  'CREATE TABLE teams (id bigint PRIMARY KEY, name text DEFAULT 1, size int NOT NULL, CONSTRAINT big CHECK (size > 9)); CREATE INDEX ix_teams_name ON teams (name); CREATE SCHEMA shop; CREATE TABLE shop.parts (id bigint PRIMARY KEY)';

/** SQL, and the operation that is to be shown for it. */
const pairs: readonly (readonly [sql: string, operation: string, also?: readonly string[]])[] = [
  [
    'ALTER TABLE teams ADD COLUMN city varchar(20)',
    'op.add_column("teams", sa.Column("city", sa.String(20)))',
  ],
  [
    'ALTER TABLE shop.parts ADD COLUMN city text',
    'op.add_column("parts", sa.Column("city", sa.Text()), schema="shop")',
  ],
  [
    'ALTER TABLE teams ALTER COLUMN size DROP NOT NULL',
    'op.alter_column("teams", "size", nullable=True)',
    ['drop-not-null'],
  ],
  [
    'ALTER TABLE teams ALTER COLUMN name SET NOT NULL',
    'op.alter_column("teams", "name", nullable=False)',
    ['set-not-null-scan'],
  ],
  [
    'ALTER TABLE teams ALTER COLUMN name DROP DEFAULT',
    'op.alter_column("teams", "name", server_default=None)',
  ],
  ['ALTER TABLE teams DROP CONSTRAINT big', 'op.drop_constraint("big", "teams")'],
  ['ALTER TABLE teams DROP COLUMN name', 'op.drop_column("teams", "name")', ['drop-column']],
  [
    'ALTER TABLE teams RENAME COLUMN name TO title',
    'op.alter_column("teams", "name", new_column_name="title")',
    ['rename-column'],
  ],
  ['ALTER TABLE teams RENAME TO groups', 'op.rename_table("teams", "groups")', ['rename-table']],
  ['DROP INDEX ix_teams_name', 'op.drop_index("ix_teams_name")', ['drop-index-non-concurrent']],
  ['DROP TABLE shop.parts', 'op.drop_table("parts", schema="shop")', ['drop-table']],
  [
    'CREATE INDEX ix_teams_size ON teams (size)',
    'op.create_index("ix_teams_size", "teams", ["size"])',
    ['create-index-non-concurrent'],
  ],
  [
    'CREATE TABLE shop.tags (id bigint PRIMARY KEY, name text NOT NULL, note text)',
    'op.create_table("tags", sa.Column("id", sa.BigInteger(), primary_key=True), sa.Column("name", sa.Text(), nullable=False), sa.Column("note", sa.Text()), schema="shop")',
  ],
];

const bad = pairs.map(
  ([sql, operation, also]): LiveBad => ({
    name: sql,
    on,
    before,
    sql,
    at: 'op.execute',
    says: ['Alembic has an operation for this', operation],
    ...(also ? { also } : {}),
  }),
);

/** What an operation would lose, or there is none for. */
const kept: readonly string[] = [
  'ALTER TABLE teams ADD COLUMN city text, ADD COLUMN town text',
  'ALTER TABLE teams ADD COLUMN IF NOT EXISTS city text',
  "ALTER TABLE teams ADD COLUMN city text DEFAULT 'x'",
  'ALTER TABLE teams ADD COLUMN city text COLLATE "C" NULL',
  'ALTER TABLE teams ADD COLUMN point point',
  'ALTER TABLE teams SET (fillfactor = 90)',
  'ALTER TABLE teams DROP CONSTRAINT IF EXISTS big',
  'CREATE TABLE tags (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY)',
  'CREATE TABLE tags (id bigint, name text, PRIMARY KEY (id, name))',
  'CREATE TABLE tags (id bigint PRIMARY KEY, size int CONSTRAINT bigger CHECK (size > 9))',
  'CREATE TABLE tags (LIKE teams INCLUDING ALL)',
  'CREATE TABLE tags (id bigint PRIMARY KEY) PARTITION BY RANGE (id)',
  'CREATE TEMPORARY TABLE tags (id bigint PRIMARY KEY)',
  'ALTER SEQUENCE numbers RENAME TO counts',
  'COMMENT ON TABLE teams IS $$all$$',
];

/** A revision changes something. */
const something = 'COMMENT ON TABLE shop.parts IS $$all$$';

const good = kept.map(
  (sql): LiveGood => ({ name: sql, on, before: `${before}; CREATE SEQUENCE numbers`, sql: [sql, something] }),
);

export const cases: LiveCases = {
  bad: bad as unknown as LiveCases['bad'],
  good: [
    {
      name: 'the operations',
      on,
      shows: 'what the help says',
      before,
      code: `def upgrade():
    op.add_column("teams", sa.Column("city", sa.String(20)))
    op.alter_column("teams", "name", server_default=None)
    op.drop_constraint("big", "teams")
    op.create_table(
        "tags",
        sa.Column("id", sa.BigInteger(), primary_key=True),
        schema="shop",
    )`,
    },
    {
      name: 'several in one text',
      on,
      before,
      sql: 'ALTER TABLE teams ADD COLUMN city text; COMMENT ON COLUMN teams.city IS $$where$$',
    },
    ...good,
  ],
};
