import type { LiveCases } from '../case.ts';
import { readAlone } from '../read-alone.ts';

const timed = "SET LOCAL lock_timeout = '2s'";
const users =
  "CREATE TABLE users (id bigint PRIMARY KEY, email text, tenant bigint); INSERT INTO users SELECT n, n || '@example.org', n FROM generate_series(1, 500) n;";

export const cases: LiveCases = {
  bad: [
    {
      name: 'on a table that was there',
      before: users,
      code: `def upgrade():
    op.execute("${timed}")
    op.create_unique_constraint("uq_users_email", "users", ["email"])

def downgrade():
    op.drop_constraint("uq_users_email", "users")`,
      at: 'op.create_unique_constraint',
      says: [
        'Adding the unique constraint uq_users_email builds an index of users, and until the transaction ends nobody reads or writes users. It fails where two rows have the same email.',
        'with op.get_context().autocommit_block():\n        op.execute("DROP INDEX CONCURRENTLY IF EXISTS uq_users_email")\n        op.create_index("uq_users_email", "users", ["email"], unique=True, postgresql_concurrently=True)\n    op.execute("ALTER TABLE users ADD CONSTRAINT uq_users_email UNIQUE USING INDEX uq_users_email")',
        'ACCESS EXCLUSIVE on users',
      ],
      takes: { users: 'ACCESS EXCLUSIVE + scan' },
    },
    {
      name: 'two columns, without a name, in another schema',
      before: `CREATE SCHEMA crm; ${users} ALTER TABLE users SET SCHEMA crm;`,
      sql: [timed, 'ALTER TABLE crm.users ADD UNIQUE (tenant, email)'],
      at: 'ADD UNIQUE',
      says: [
        'the same tenant, email',
        'op.create_index("users_tenant_email_key", "users", ["tenant", "email"], schema="crm", unique=True, postgresql_concurrently=True)',
        'ALTER TABLE crm.users ADD CONSTRAINT users_tenant_email_key UNIQUE USING INDEX users_tenant_email_key',
      ],
    },
    {
      name: 'one that cannot fail: fewer of its columns are unique already',
      before: users,
      sql: [timed, 'ALTER TABLE users ADD CONSTRAINT uq_users UNIQUE (tenant, id)'],
      at: 'ADD CONSTRAINT',
      says: ['until the transaction ends nobody reads or writes users.\nBuild the index first'],
    },
  ],
  good: [
    {
      name: 'of an index that was built concurrently',
      before: users,
      code: `def upgrade():
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS uq_users_email")
        op.create_index("uq_users_email", "users", ["email"], unique=True, postgresql_concurrently=True)
    op.execute("${timed}")
    op.execute("ALTER TABLE users ADD CONSTRAINT uq_users_email UNIQUE USING INDEX uq_users_email")

def downgrade():
    op.drop_constraint("uq_users_email", "users")`,
      shows:
        'the advice: the table is read under SHARE UPDATE EXCLUSIVE, and the stronger lock reads nothing',
      takes: { users: `SHARE UPDATE EXCLUSIVE${readAlone} | ACCESS EXCLUSIVE` },
    },
    {
      name: 'on a new table',
      sql: [
        'CREATE TABLE users (id bigint PRIMARY KEY, email text)',
        'ALTER TABLE users ADD CONSTRAINT uq_email UNIQUE (email)',
      ],
      shows: 'there is nothing to build of',
    },
  ],
};
