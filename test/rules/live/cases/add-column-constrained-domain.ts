import type { LiveCases } from '../case.ts';

const users = 'CREATE TABLE users (id bigint PRIMARY KEY); INSERT INTO users VALUES (1)';
const email = "CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%')";

export const cases: LiveCases = {
  bad: [
    {
      name: 'without a default',
      before: `${users}; ${email}`,
      sql: 'ALTER TABLE users ADD COLUMN address email',
      at: 'ADD COLUMN address',
      says: [
        'Adding users.address of the domain email stores users and its indexes anew',
        'ADD COLUMN address <type of email>',
        'VALIDATE CONSTRAINT users_address_check',
      ],
      takes: { users: 'ACCESS EXCLUSIVE + rewrite' },
    },
    {
      name: 'in a schema of its own, with the time of the transaction as default',
      before: `${users}; CREATE SCHEMA kinds; CREATE DOMAIN kinds.past AS timestamptz NOT NULL`,
      sql: 'ALTER TABLE users ADD COLUMN seen kinds.past DEFAULT now()',
      at: 'ADD COLUMN seen',
      says: ['kinds.past'],
    },
    {
      name: 'beside a column of an ordinary type',
      before: `${users}; ${email}`,
      sql: 'ALTER TABLE users ADD COLUMN age integer, ADD COLUMN address email',
      at: 'ADD COLUMN address',
      says: ['Adding users.address'],
    },
  ],
  good: [
    {
      name: 'a CHECK of the table that is not valid yet',
      shows: 'the advice',
      before: `${users}; ${email}`,
      code: `def upgrade():
    op.add_column("users", sa.Column("address", sa.Text()))
    op.execute("ALTER TABLE users ADD CONSTRAINT users_address_check CHECK (address LIKE '%@%') NOT VALID")
`,
      takes: { users: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'a domain without constraints',
      shows: 'a hypothesis refuted by the trace',
      before: `${users}; CREATE DOMAIN label AS text`,
      sql: 'ALTER TABLE users ADD COLUMN name label',
      takes: { users: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'of a table that the same revision makes',
      before: email,
      sql: ['CREATE TABLE users (id bigint PRIMARY KEY)', 'ALTER TABLE users ADD COLUMN address email'],
    },
  ],
};
