import type { LiveCases } from '../case.ts';

const timed = "SET LOCAL lock_timeout = '2s'";
const users =
  'CREATE TABLE users (id bigint PRIMARY KEY, email text, tenant bigint, CONSTRAINT uq UNIQUE (email, tenant), CONSTRAINT ck CHECK (tenant > 0));';
const drop = 'ALTER TABLE users DROP CONSTRAINT uq';
const instead = (sql: string): string => `def upgrade():
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS ux")
        op.execute("CREATE UNIQUE INDEX CONCURRENTLY ux ON users ${sql}")
    op.execute("${timed}")
    op.execute("${drop}")
`;

export const cases: LiveCases = {
  bad: [
    {
      name: 'a unique constraint',
      before: users,
      sql: [timed, drop],
      at: 'DROP CONSTRAINT',
      says: ['Without uq, rows of users can have the same email and tenant', 'ON CONFLICT (email, tenant)'],
    },
    {
      name: 'a primary key',
      before: 'CREATE TABLE users (id bigint CONSTRAINT pk PRIMARY KEY, other bigint NOT NULL UNIQUE);',
      sql: [timed, 'ALTER TABLE users DROP CONSTRAINT pk'],
      at: 'DROP CONSTRAINT',
      says: ['Without pk, rows of users can have the same id'],
    },
    ...['(email)', '(email, id)', '(email, tenant, id)', '(email, tenant) WHERE id > 5'].map((what) => ({
      name: `what is made is not the same: ${what}`,
      before: users,
      code: instead(what),
      at: 'DROP CONSTRAINT',
      says: ['ON CONFLICT (email, tenant)'],
    })),
    {
      name: 'what is made is not unique',
      before: `${users} CREATE INDEX ix ON users (email, tenant);`,
      sql: [timed, drop],
      at: 'DROP CONSTRAINT',
      says: ['ON CONFLICT (email, tenant)'],
    },
  ],
  good: [
    {
      name: 'another one is made before, its columns in another order',
      before: users,
      code: instead('(tenant, email)'),
      shows: 'the advice: what ON CONFLICT needs is always there',
    },
    {
      name: 'of a table that goes with it',
      sql: [users, drop],
      shows: 'nobody else has seen the table',
    },
    {
      name: 'another kind of constraint',
      before: users,
      sql: [timed, 'ALTER TABLE users DROP CONSTRAINT ck'],
    },
    {
      name: 'one that is not there',
      before: users,
      sql: [timed, 'ALTER TABLE users DROP CONSTRAINT IF EXISTS other', "COMMENT ON TABLE users IS 'people'"],
    },
  ],
};
