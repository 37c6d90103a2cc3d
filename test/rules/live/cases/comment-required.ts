import type { LiveCases } from '../case.ts';

const users = 'CREATE TABLE users (id bigint PRIMARY KEY)';
const execute = (sql: string): string => `def upgrade():\n    op.execute("${sql}")\n`;
const on = ['comment-required'];

export const cases: LiveCases = {
  bad: [
    { name: 'a table', on, sql: users, at: 'CREATE TABLE', says: ['users has no comment'] },
    {
      name: 'a column too, where it is asked for',
      on,
      options: { 'comment-required': { columns: true } },
      sql: [users, "COMMENT ON TABLE users IS 'people'"],
      at: 'CREATE TABLE',
      says: ['users.id has no comment'],
    },
  ],
  good: [
    { name: 'with a comment', on, sql: [users, "COMMENT ON TABLE users IS 'people'"] },
    {
      name: 'columns too',
      on,
      options: { 'comment-required': { columns: true } },
      sql: [users, "COMMENT ON TABLE users IS 'people'", "COMMENT ON COLUMN users.id IS 'a number'"],
    },
    {
      name: 'a later revision of the change writes it',
      on,
      code: [execute(users), execute("COMMENT ON TABLE users IS 'people'")],
    },
    {
      name: 'the table was there',
      on,
      before: `${users};`,
      sql: ["SET LOCAL lock_timeout = '1s'", 'ALTER TABLE users ADD COLUMN age integer'],
    },
    { name: 'the table is gone again', on, code: [execute(users), execute('DROP TABLE users')] },
  ],
};
