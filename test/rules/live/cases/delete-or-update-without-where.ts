import type { LiveCases } from '../case.ts';

const before =
  'CREATE TABLE users (id bigint PRIMARY KEY, active boolean); INSERT INTO users VALUES (1, false)';

export const cases: LiveCases = {
  bad: [
    {
      name: 'UPDATE',
      before,
      sql: 'UPDATE users SET active = true',
      at: 'UPDATE users',
      says: [
        'UPDATE without WHERE writes every row of users',
        'SELECT COUNT(*) FROM "users"',
        'UPDATE "users" SET active = TRUE WHERE "id" IN (SELECT "id" FROM "users"',
        'read from end to end: users',
      ],
      takes: { users: 'ROW EXCLUSIVE + scan' },
    },
    {
      name: 'DELETE',
      before,
      sql: 'DELETE FROM users',
      at: 'DELETE FROM users',
      says: ['DELETE without WHERE deletes every row of users', 'DELETE FROM "users" WHERE "id" IN (SELECT'],
    },
    {
      name: 'in a WITH',
      before,
      sql: 'WITH gone AS (DELETE FROM users RETURNING id) SELECT count(*) FROM gone',
      at: 'DELETE FROM users',
      says: ['deletes every row of users', 'DELETE FROM users WHERE ctid = ANY'],
    },
  ],
  good: [
    {
      name: 'as it is suggested, by the key',
      before,
      code: `def upgrade():
    with op.get_context().autocommit_block():
        deleted = 1
        while deleted:
            deleted = op.get_bind().execute(sa.text(
                'DELETE FROM "users" WHERE "id" IN (SELECT "id" FROM "users" WHERE (active) ORDER BY "id" ASC LIMIT 10000)'
            )).rowcount
`,
    },
    {
      name: 'in batches that are each committed',
      before,
      code: `def upgrade():
    with op.get_context().autocommit_block():
        changed = 1
        while changed:
            changed = op.get_bind().execute(sa.text(
                "UPDATE users SET active = true WHERE ctid = ANY (ARRAY("
                "SELECT ctid FROM users WHERE active IS NOT TRUE LIMIT 5000))"
            )).rowcount
`,
      takes: { users: 'ROW EXCLUSIVE + scan | ROW EXCLUSIVE + scan' },
    },
    { name: 'some rows', before, sql: 'UPDATE users SET active = true WHERE id = 1' },
    { name: 'new rows', before, sql: 'INSERT INTO users VALUES (2, true)' },
    {
      name: 'of a table that the same change makes',
      sql: ['CREATE TABLE users (id bigint PRIMARY KEY, active boolean)', 'UPDATE users SET active = true'],
    },
  ],
};
