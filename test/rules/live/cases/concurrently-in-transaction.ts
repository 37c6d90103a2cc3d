import type { LiveCases } from '../case.ts';
import { readAlone } from '../read-alone.ts';

const users =
  'CREATE TABLE users (id bigint PRIMARY KEY, email text); CREATE INDEX ix_users_email ON users (email);';

export const cases: LiveCases = {
  bad: [
    {
      name: 'CREATE INDEX',
      before: users,
      code: `def upgrade():
    op.create_index("uq_users", "users", ["email", "id"], unique=True, postgresql_concurrently=True)

def downgrade():
    pass`,
      at: 'op.create_index',
      says: [
        'PostgreSQL refuses CREATE UNIQUE INDEX CONCURRENTLY inside a transaction',
        'with op.get_context().autocommit_block():\n        op.execute("DROP INDEX CONCURRENTLY IF EXISTS uq_users")\n        op.create_index("uq_users", "users", ["email", "id"], unique=True, postgresql_concurrently=True)',
        'transaction_per_migration=True',
        '25001',
      ],
    },
    {
      name: 'DROP INDEX',
      before: users,
      sql: 'DROP INDEX CONCURRENTLY ix_users_email',
      at: 'DROP INDEX',
      says: ['refuses DROP INDEX CONCURRENTLY', '    op.execute("DROP INDEX CONCURRENTLY ix_users_email")'],
    },
    {
      name: 'REINDEX',
      before: users,
      sql: 'REINDEX TABLE CONCURRENTLY users',
      at: 'REINDEX',
      says: ['refuses REINDEX TABLE CONCURRENTLY'],
    },
    {
      name: 'written in lines, and in small letters',
      before: users,
      sql: 'create  unique\n index  concurrently uq on users (email)',
      at: 'op.execute',
      says: ['PostgreSQL refuses CREATE UNIQUE INDEX CONCURRENTLY inside'],
    },
    {
      name: 'a part of an index',
      before: users,
      sql: 'REINDEX  (VERBOSE)\n INDEX CONCURRENTLY  ix_users_email',
      at: 'op.execute',
      says: ['    op.execute("REINDEX (VERBOSE) INDEX CONCURRENTLY ix_users_email")'],
    },
  ],
  good: [
    {
      name: 'in a block that commits by itself',
      before: users,
      code: `def upgrade():
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS ix_users_id")
        op.create_index("ix_users_id", "users", ["id", "email"], postgresql_concurrently=True)

def downgrade():
    with op.get_context().autocommit_block():
        op.drop_index("ix_users_id", table_name="users", postgresql_concurrently=True)`,
      shows: 'the advice',
      takes: { users: `SHARE UPDATE EXCLUSIVE${readAlone}` },
    },
  ],
};
