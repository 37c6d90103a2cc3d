import type { LiveCases } from '../case.ts';

const users = 'CREATE TABLE users (id bigint PRIMARY KEY, email text NOT NULL)';
/** So that the revision does something. */
const more = "COMMENT ON TABLE users IS 'people'";
const drop = 'ALTER TABLE users ALTER COLUMN email DROP NOT NULL';

export const cases: LiveCases = {
  bad: [
    {
      name: 'a column that was NOT NULL',
      before: users,
      code: 'def upgrade():\n    op.alter_column("users", "email", nullable=True)',
      at: 'op.alter_column',
      says: [
        'users.email may be NULL from now on',
        'op.alter_column("users", "email", server_default=sa.text("<value>"))',
      ],
      takes: { users: 'ACCESS EXCLUSIVE' },
    },
  ],
  good: [
    {
      name: 'a default instead',
      shows: 'the advice',
      before: users,
      code: 'def upgrade():\n    op.alter_column("users", "email", server_default=sa.text("\'\'"))',
    },
    {
      name: 'a column that may be NULL already',
      before: 'CREATE TABLE users (id bigint PRIMARY KEY, email text)',
      sql: [drop, more],
    },
    {
      name: 'and NOT NULL again',
      before: `${users}; ALTER TABLE users ADD CONSTRAINT there CHECK (email IS NOT NULL)`,
      sql: [drop, 'ALTER TABLE users ALTER COLUMN email SET NOT NULL', more],
    },
    {
      name: 'a column that an earlier revision of the change has made',
      before: 'CREATE TABLE users (id bigint PRIMARY KEY)',
      code: [
        'def upgrade():\n    op.add_column("users", sa.Column("email", sa.Text(), nullable=False, server_default=""))',
        'def upgrade():\n    op.alter_column("users", "email", nullable=True)',
      ],
    },
    {
      name: 'of a table that the same revision makes',
      sql: [users, drop],
    },
  ],
};
