import type { LiveCases } from '../case.ts';
import { readAlone } from '../read-alone.ts';

const users = 'CREATE TABLE users (id bigint PRIMARY KEY, email text);';
const doubles = `${users} INSERT INTO users VALUES (1, 'a'), (2, 'a');`;
const block = (...lines: readonly string[]): string =>
  `def upgrade():\n    with op.get_context().autocommit_block():\n${lines.map((line) => `        ${line}\n`).join('')}`;

const fails = [
  'try:',
  '    op.create_index("uq_users", "users", ["email"], unique=True, postgresql_concurrently=True)',
  'except Exception as error:',
  '    print(error)',
];
/** A revision that leaves an INVALID index. */
const left = block('op.execute("DROP INDEX CONCURRENTLY IF EXISTS uq_users")', ...fails);

export const cases: LiveCases = {
  bad: [
    {
      name: 'nobody looks at whether it could be built',
      before: doubles,
      code: left,
      at: 'op.create_index',
      says: [
        'The upgrade leaves the index uq_users of users INVALID',
        'op.create_index("uq_users", "users", ["email"], schema="public", unique=True, postgresql_concurrently=True)',
        'uq_users is INVALID after the upgrade',
      ],
    },
  ],
  good: [
    {
      name: 'what is left is dropped first',
      before: users,
      code: block(
        'op.execute("DROP INDEX CONCURRENTLY IF EXISTS ix_users")',
        'op.create_index("ix_users", "users", ["email"], postgresql_concurrently=True)',
      ),
      shows: 'the advice',
      takes: { users: `SHARE UPDATE EXCLUSIVE${readAlone}` },
    },
    {
      name: 'a new table',
      code: `def upgrade():
    op.execute("CREATE TABLE users (id bigint PRIMARY KEY, email text)")
    op.execute("CREATE INDEX IF NOT EXISTS ix_users ON users (email)")

def downgrade():
    op.execute("DROP TABLE users")`,
    },
    {
      name: 'of a partitioned table, whose partitions have none yet',
      before:
        'CREATE TABLE users (id bigint PRIMARY KEY, email text) PARTITION BY HASH (id); CREATE TABLE users_0 PARTITION OF users FOR VALUES WITH (MODULUS 1, REMAINDER 0);',
      sql: ["SET LOCAL lock_timeout = '2s'", 'CREATE INDEX ix_users ON ONLY users (email)'],
      shows: 'that is how it is begun',
    },
    {
      name: 'it was so before, and is not what the revision is about',
      before: `${users} CREATE UNIQUE INDEX ix_users ON users (email); UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'ix_users'::regclass;`,
      sql: ["COMMENT ON TABLE users IS 'people'"],
    },
  ],
};
