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
  ],
};
