import type { LiveCases } from '../case.ts';

const before =
  'CREATE TABLE users (id bigint PRIMARY KEY, plan text); CREATE TABLE teams (id bigint PRIMARY KEY)';
const rows = { users: 1_000_000, teams: 3_000_000 };
const fill = `UPDATE users SET plan = 'free' WHERE ctid = ANY (ARRAY(SELECT ctid FROM users WHERE plan IS NULL LIMIT 5000))`;

export const cases: LiveCases = {
  bad: [
    {
      name: 'in batches, once for all of them',
      before,
      rows,
      sql: [fill, fill],
      at: 'UPDATE users',
      says: ['Many rows of users are changed', 'op.execute("ANALYZE users")', 'read from end to end: users'],
    },
    {
      name: 'another table is analysed, this one before',
      before,
      rows,
      code: `def upgrade():
    op.execute("ANALYZE users")
    op.execute("${fill}")
    op.execute("ANALYZE teams")
    with op.get_context().autocommit_block():
        op.execute("VACUUM users")
`,
      at: 'UPDATE users',
      says: ['Many rows of users'],
    },
  ],
  good: [
    { name: 'analysed', before, rows, sql: [fill, 'ANALYZE users'] },
    { name: 'everything is analysed', before, rows, sql: [fill, 'ANALYZE'] },
    {
      name: 'vacuumed and analysed',
      before,
      rows,
      code: `def upgrade():
    op.execute("${fill}")
    with op.get_context().autocommit_block():
        op.execute("VACUUM (ANALYZE) users")
`,
    },
    { name: 'of a table that is not large', before, rows: { users: 999_999 }, sql: fill },
    { name: 'of a table that nobody has counted', before, rows: { teams: 3_000_000 }, sql: fill },
    { name: 'one row', before, rows, sql: `UPDATE users SET plan = 'free' WHERE id = 1` },
  ],
};
