import type { LiveCases } from '../case.ts';

export const cases: LiveCases = {
  bad: [
    {
      name: 'of a unique constraint',
      before: 'CREATE TABLE users (id bigint PRIMARY KEY, email text CONSTRAINT uq_users_email UNIQUE)',
      code: `def upgrade():
    op.drop_index("uq_users_email", table_name="users")

def downgrade():
    pass`,
      at: 'op.drop_index',
      says: [
        'the index uq_users_email belongs to the constraint uq_users_email of users',
        'op.drop_constraint("uq_users_email", "users")',
        '2BP01',
      ],
    },
    {
      name: 'of a primary key with another name, in another schema',
      before: 'CREATE SCHEMA crm; CREATE TABLE crm.users (id bigint CONSTRAINT "Key" PRIMARY KEY)',
      sql: 'DROP INDEX crm."Key" RESTRICT',
      at: 'DROP INDEX',
      says: ['op.drop_constraint("Key", "users", schema="crm")'],
    },
  ],
  good: [
    {
      name: 'the constraint is dropped',
      before: 'CREATE TABLE users (id bigint PRIMARY KEY, email text); CREATE INDEX ix ON users (email);',
      code: `def upgrade():
    with op.get_context().autocommit_block():
        op.drop_index("ix", table_name="users", postgresql_concurrently=True)

def downgrade():
    op.create_index("ix", "users", ["email"])`,
    },
  ],
};
