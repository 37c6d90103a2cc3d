import type { LiveCases } from '../case.ts';

export const cases: LiveCases = {
  bad: [
    {
      name: 'with the tables that refer to it',
      before:
        'CREATE TABLE users (id bigint PRIMARY KEY); CREATE TABLE carts (user_id bigint PRIMARY KEY REFERENCES users)',
      sql: 'TRUNCATE users CASCADE',
      at: 'op.execute',
      says: ['TRUNCATE deletes all rows of users, and by CASCADE those of carts;', 'rewritten: '],
      takes: { users: 'ACCESS EXCLUSIVE + rewrite' },
    },
    {
      name: 'of two tables each',
      before: 'CREATE TABLE a (id bigint PRIMARY KEY); CREATE TABLE b (id bigint PRIMARY KEY)',
      sql: 'TRUNCATE a, b',
      at: 'op.execute',
      says: [
        'all rows of a;',
        'all rows of b;',
        `Delete what has to go by a condition, in batches that are each committed:
    with op.get_context().autocommit_block():
        deleted = 1
        while deleted:
            deleted = op.get_bind().execute(sa.text(
                "DELETE FROM b WHERE id IN (SELECT id FROM b WHERE <condition> LIMIT 5000)"
            )).rowcount`,
      ],
      times: 2,
    },
  ],
  good: [
    {
      name: 'of a table that the same change makes',
      sql: ['CREATE TABLE users (id bigint PRIMARY KEY)', 'TRUNCATE users'],
    },
    {
      name: 'a condition, in batches',
      before:
        'CREATE TABLE sessions (id bigint PRIMARY KEY, ended boolean); INSERT INTO sessions VALUES (1, true), (2, false)',
      code: `def upgrade():
    with op.get_context().autocommit_block():
        deleted = 1
        while deleted:
            deleted = op.get_bind().execute(sa.text(
                "DELETE FROM sessions WHERE id IN (SELECT id FROM sessions WHERE ended LIMIT 5000)"
            )).rowcount
`,
      takes: { sessions: 'ROW EXCLUSIVE + scan | ROW EXCLUSIVE + scan' },
      shows: 'readers and other writers go on',
    },
  ],
};
