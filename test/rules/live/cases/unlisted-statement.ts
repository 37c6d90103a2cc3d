import type { LiveCases } from '../case.ts';

const before = 'CREATE TABLE users (id bigint PRIMARY KEY, email text)';
const cursor = 'op.get_bind().connection.cursor()';

export const cases: LiveCases = {
  bad: [
    {
      name: 'a cursor of the driver',
      before,
      code: `def upgrade():
    op.add_column("users", sa.Column("plan", sa.Text))
    ${cursor}.execute("CREATE INDEX ix_email ON users (email)")
`,
      at: 'def upgrade',
      says: [
        'The upgrade of',
        'sends 1 statement past SQLAlchemy',
        'no rule has judged it',
        'CREATE INDEX ix_email ON users (email)',
        'takes the connection of the driver out of SQLAlchemy',
        'migrate-check: ignore[unlisted-statement]',
      ],
    },
    {
      name: 'it is all that the upgrade does, and it does something',
      before,
      code: `def upgrade():
    op.execute("COMMENT ON TABLE users IS NULL")
    ${cursor}.execute("UPDATE users SET email = 'hidden' WHERE id = 1")
`,
      at: 'def upgrade',
      says: ["UPDATE users SET email = '...' WHERE id = 1"],
      omits: ['hidden'],
    },
    {
      name: 'a connection that the revision opens by itself, for many statements',
      before,
      code: `def upgrade():
    import psycopg2
    with psycopg2.connect("host=db.example dbname=prod") as other:
        for name in "abcde":
            other.cursor().execute("CREATE TABLE %s (id int PRIMARY KEY)" % name)
    other.close()
`,
      at: 'def upgrade',
      says: [
        'sends 5 statements past SQLAlchemy',
        'no rule has judged them',
        'CREATE TABLE c (id int PRIMARY KEY)',
        'and 2 more statements',
        'psycopg2.connect was called past SQLAlchemy',
      ],
      omits: ['CREATE TABLE d'],
    },
    {
      name: 'only the downgrade',
      before,
      code: `def upgrade():
    op.add_column("users", sa.Column("plan", sa.Text))

def downgrade():
    ${cursor}.execute("ALTER TABLE users DROP COLUMN plan")
`,
      at: 'def downgrade',
      severity: 'notice',
      says: ['The downgrade of', 'ALTER TABLE users DROP COLUMN plan'],
    },
  ],
  good: [
    {
      name: 'the connection that Alembic hands over',
      before,
      code: 'def upgrade():\n    op.get_bind().execute(sa.text("UPDATE users SET email = \'x\' WHERE id = 1"))\n',
    },
    {
      name: 'what drivers ask by themselves',
      before,
      code: `def upgrade():
    op.get_bind().connection.cursor().execute("SELECT pg_catalog.version()")
    op.add_column("users", sa.Column("plan", sa.Text))
`,
    },
  ],
};
