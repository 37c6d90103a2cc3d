import type { LiveCases } from '../case.ts';

const timed = "SET LOCAL lock_timeout = '2s'";
const users =
  'CREATE TABLE users (id bigint PRIMARY KEY, email text); CREATE INDEX ix_users_email ON users (email);';

export const cases: LiveCases = {
  bad: [
    {
      name: 'of a table that was there',
      before: users,
      code: `def upgrade():
    op.execute("${timed}")
    op.drop_index("ix_users_email", table_name="users")

def downgrade():
    op.create_index("ix_users_email", "users", ["email"])`,
      at: 'op.drop_index',
      says: [
        'Dropping ix_users_email takes ACCESS EXCLUSIVE on users',
        'with op.get_context().autocommit_block():\n        op.drop_index("ix_users_email", table_name="users", postgresql_concurrently=True)',
        'ACCESS EXCLUSIVE on users',
      ],
      takes: { users: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'two at once, in another schema',
      before: `CREATE SCHEMA crm; ${users} CREATE INDEX ix_users_id ON users (id, email); ALTER TABLE users SET SCHEMA crm;`,
      sql: [timed, 'DROP INDEX crm.ix_users_email, crm.ix_users_id'],
      at: 'DROP INDEX',
      times: 2,
      says: ['op.drop_index("ix_users_id", table_name="users", schema="crm", postgresql_concurrently=True)'],
    },
  ],
  good: [
    {
      name: 'concurrently',
      before: users,
      code: `def upgrade():
    with op.get_context().autocommit_block():
        op.drop_index("ix_users_email", table_name="users", postgresql_concurrently=True)

def downgrade():
    op.create_index("ix_users_email", "users", ["email"])`,
      shows: 'the advice: SHARE UPDATE EXCLUSIVE lets everybody pass',
      takes: { users: 'SHARE UPDATE EXCLUSIVE' },
    },
    {
      name: 'of a table of the same revision',
      sql: [
        'CREATE TABLE users (id bigint PRIMARY KEY, email text); CREATE INDEX ix_users_email ON users (email)',
        'DROP INDEX ix_users_email',
      ],
      shows: 'nobody else has seen the table',
    },
    {
      name: 'of a partitioned table',
      before:
        'CREATE TABLE users (id bigint PRIMARY KEY, email text) PARTITION BY HASH (id); CREATE INDEX ix_users_email ON users (email);',
      sql: [timed, 'DROP INDEX ix_users_email'],
      shows: 'PostgreSQL knows no other way',
    },
    {
      name: 'one that is not there',
      sql: 'DROP INDEX IF EXISTS ix_users_email; CREATE TABLE t (id bigint PRIMARY KEY)',
    },
  ],
};
