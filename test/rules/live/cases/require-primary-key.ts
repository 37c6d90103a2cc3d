import type { LiveCases } from '../case.ts';

const execute = (sql: string): string => `def upgrade():\n    op.execute("${sql}")\n`;
const on = ['require-primary-key'];

export const cases: LiveCases = {
  bad: [
    {
      name: 'none',
      on,
      sql: 'CREATE TABLE users (id bigint UNIQUE)',
      at: 'CREATE TABLE',
      says: ['users has no primary key'],
    },
  ],
  good: [
    { name: 'one', on, sql: 'CREATE TABLE users (id bigint PRIMARY KEY)' },
    {
      name: 'a later revision of the change adds it',
      on,
      code: [
        execute('CREATE TABLE users (id bigint NOT NULL)'),
        execute('ALTER TABLE users ADD PRIMARY KEY (id)'),
      ],
    },
    {
      name: 'a later revision of the change takes it: that is another matter',
      on,
      code: [
        execute('CREATE TABLE users (id bigint PRIMARY KEY, name text)'),
        execute('ALTER TABLE users DROP CONSTRAINT users_pkey'),
      ],
    },
    {
      name: 'the table was there',
      on,
      before: 'CREATE TABLE users (id bigint);',
      sql: "COMMENT ON TABLE users IS 'people'",
    },
    {
      name: 'the table is gone again',
      on,
      code: [execute('CREATE TABLE users (id bigint)'), execute('DROP TABLE users')],
    },
  ],
};
