import type { LiveCases } from '../case.ts';

const timed = "SET LOCAL lock_timeout = '2s'";
const users =
  'CREATE TABLE users (id bigint PRIMARY KEY, email text); CREATE INDEX ix_users_email ON users (email);';

export const cases: LiveCases = {
  bad: [
    {
      name: 'an index',
      before: users,
      sql: [timed, 'REINDEX INDEX ix_users_email'],
      at: 'REINDEX',
      says: [
        'Rebuilding indexes of users keeps everybody from writing to users',
        'op.execute("REINDEX INDEX CONCURRENTLY ix_users_email")',
      ],
      takes: { users: 'SHARE + scan + reindex' },
    },
    {
      name: 'a table, in another schema',
      before: `CREATE SCHEMA crm; ${users} ALTER TABLE users SET SCHEMA crm;`,
      sql: [timed, 'REINDEX TABLE crm.users'],
      at: 'REINDEX',
      says: ['op.execute("REINDEX TABLE CONCURRENTLY crm.users")'],
    },
  ],
  good: [
    {
      name: 'concurrently',
      before: users,
      code: `def upgrade():
    with op.get_context().autocommit_block():
        op.execute("REINDEX INDEX CONCURRENTLY ix_users_email")

def downgrade():
    pass`,
      shows: 'the advice: SHARE UPDATE EXCLUSIVE lets writers pass',
    },
    {
      name: 'of a table of the same revision',
      sql: ['CREATE TABLE users (id bigint PRIMARY KEY)', 'REINDEX TABLE users'],
      shows: 'nobody else has seen it',
    },
  ],
};
