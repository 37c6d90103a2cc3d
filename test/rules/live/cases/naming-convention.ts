import type { LiveCases } from '../case.ts';

const users = 'CREATE TABLE users (id bigint PRIMARY KEY, name text)';
const execute = (sql: string): string => `def upgrade():\n    op.execute("${sql}")\n`;
const on = ['naming-convention'];

export const cases: LiveCases = {
  bad: [
    {
      name: 'an index',
      on,
      sql: [users, 'CREATE INDEX by_name ON users (name)'],
      at: 'CREATE INDEX',
      says: ['The index users.by_name is not called', '^(ix|idx|uq)_'],
    },
    {
      name: 'a table',
      on,
      sql: 'CREATE TABLE "Users" (id bigint CONSTRAINT pk_users PRIMARY KEY)',
      at: 'CREATE TABLE',
      says: ['The table "Users"'],
    },
    {
      name: 'a column',
      on,
      sql: 'CREATE TABLE users ("Id" bigint PRIMARY KEY)',
      at: 'CREATE TABLE',
      says: ['The column users.Id'],
    },
    {
      name: 'a check that is added',
      on,
      sql: [users, 'ALTER TABLE users ADD CONSTRAINT positive CHECK (id > 0)'],
      at: 'ADD CONSTRAINT',
      says: ['The check users.positive'],
    },
    {
      name: 'a primary key',
      on,
      sql: 'CREATE TABLE users (id bigint CONSTRAINT the_key PRIMARY KEY)',
      at: 'CREATE TABLE',
      says: ['The primary key users.the_key'],
    },
    {
      name: 'a pattern of the project',
      options: { 'naming-convention': { table: '^app_' } },
      sql: users,
      at: 'CREATE TABLE',
      says: ['The table users is not called', '^app_'],
    },
    {
      name: 'among others of the table and of its like',
      on,
      before: `${users}; CREATE TABLE others (id bigint PRIMARY KEY)`,
      sql: [
        "SET LOCAL lock_timeout = '1s'",
        'ALTER TABLE users ADD CONSTRAINT users_id_check CHECK (id > 0) NOT VALID',
        'CREATE TABLE more (id bigint PRIMARY KEY)',
        'ALTER TABLE users ADD CONSTRAINT positive CHECK (id > 0) NOT VALID',
      ],
      at: 'positive',
      says: ['The check users.positive', 'Give it a name that fits, or change the pattern in the settings.'],
    },
    {
      name: 'an index after others',
      on,
      sql: [
        users,
        'CREATE TABLE others (id bigint PRIMARY KEY)',
        'ALTER TABLE users ADD CONSTRAINT by_name_check CHECK (id > 0)',
        'CREATE INDEX ix_users_name ON users (id, name)',
        'CREATE INDEX by_name ON users (name)',
      ],
      at: 'INDEX by_name',
      says: ['The index users.by_name'],
    },
    {
      name: 'a table after others, which a later revision changes',
      on,
      code: [
        `${execute(users)}    op.execute('CREATE TABLE "Orders" (id bigint CONSTRAINT pk_orders PRIMARY KEY)')\n`,
        `def upgrade():\n    op.execute('ALTER TABLE "Orders" ADD note text')\n`,
      ],
      at: 'CREATE TABLE "Orders"',
      says: ['The table "Orders"'],
    },
  ],
  good: [
    {
      name: 'as PostgreSQL calls them',
      on,
      sql: [
        'CREATE TABLE users (id bigint PRIMARY KEY, name text UNIQUE, age integer CHECK (age > 0))',
        'CREATE INDEX ON users (age)',
      ],
    },
    {
      name: 'as the convention calls them',
      on,
      sql: [
        'CREATE TABLE users (id bigint CONSTRAINT pk_users PRIMARY KEY, name text CONSTRAINT uq_users_name UNIQUE)',
        'CREATE INDEX ix_users_id_name ON users (id, name)',
      ],
    },
    {
      name: 'an empty pattern lets all pass',
      options: { 'naming-convention': { index: '' } },
      sql: [users, 'CREATE INDEX by_name ON users (name)'],
    },
    {
      name: 'it was so before',
      on,
      before: `${users}; CREATE INDEX by_name ON users (name);`,
      sql: "COMMENT ON TABLE users IS 'people'",
    },
    {
      name: 'a later revision of the change renames it',
      on,
      code: [
        execute(`${users}; CREATE INDEX by_name ON users (name)`),
        execute('ALTER INDEX by_name RENAME TO ix_users_name'),
      ],
    },
    { name: 'nobody asks', sql: [users, 'CREATE INDEX by_name ON users (name)'] },
    {
      name: 'a table that is gone again',
      on,
      code: [
        `def upgrade():\n    op.execute('CREATE TABLE "Users" (id bigint CONSTRAINT pk_users PRIMARY KEY)')\n`,
        `def upgrade():\n    op.execute('DROP TABLE "Users"')\n`,
      ],
    },
    {
      name: 'a table that was there gets a column',
      on,
      before: 'CREATE TABLE "Users" (id bigint CONSTRAINT pk_users PRIMARY KEY)',
      sql: ["SET LOCAL lock_timeout = '1s'", 'ALTER TABLE "Users" ADD note text'],
    },
  ],
};
