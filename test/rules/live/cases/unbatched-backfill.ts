import type { LiveCases } from '../case.ts';

const before = `CREATE TABLE users (id bigint PRIMARY KEY, email text, state text, team_id bigint);
INSERT INTO users VALUES (1, 'A@B.c', 'new');
CREATE TABLE teams (id bigint PRIMARY KEY, state text)`;

const silent = (name: string, condition: string) => ({
  name,
  before,
  sql: `UPDATE users SET email = lower(email) WHERE ${condition}`,
});

export const cases: LiveCases = {
  bad: [
    {
      name: 'UPDATE of what a condition on all rows finds',
      before,
      sql: 'UPDATE users SET email = lower(email) WHERE email <> lower(email)',
      at: 'UPDATE users',
      says: [
        'One UPDATE works through all of users',
        'SELECT COUNT(*) FROM "users" WHERE email <> lower(email)',
        'UPDATE "users" SET email = lower(email) WHERE "id" IN (SELECT "id" FROM "users"',
        'with the greatest id that was returned',
        'AND "id" > $1 ORDER BY "id"',
        'read from end to end: users',
      ],
      takes: { users: 'ROW EXCLUSIVE + scan' },
    },
    {
      name: 'DELETE',
      before,
      sql: 'DELETE FROM users WHERE email IS NULL',
      at: 'DELETE FROM users',
      says: [
        'One DELETE works through all of users',
        'until one deletes nothing',
        'DELETE FROM "users" WHERE "id" IN (SELECT',
      ],
    },
    {
      name: 'two columns of a key',
      before:
        'CREATE TABLE pairs (a int, b int, n int, PRIMARY KEY (a, b)); INSERT INTO pairs VALUES (1, 2, 3)',
      sql: 'UPDATE pairs SET n = 1 WHERE n > 1',
      at: 'UPDATE pairs',
      says: ['with the last a and b in their order that was returned', '("a", "b") > ($1, $2)'],
    },
    {
      name: 'a table without a key',
      before: 'CREATE TABLE notes (n int); INSERT INTO notes VALUES (3)',
      sql: 'UPDATE notes SET n = 1 WHERE n > 1',
      at: 'UPDATE notes',
      says: ['SELECT COUNT(*) FROM "notes" WHERE n > 1', 'UPDATE notes SET <column>', 'WHERE <not done yet>'],
    },
    {
      name: 'what nobody can turn into batches',
      before: `${before}; INSERT INTO teams VALUES (1, 'new')`,
      sql: 'UPDATE users SET email = lower(teams.state) FROM teams WHERE teams.id = users.team_id',
      at: 'UPDATE users',
      says: ['leaves out what is done already', 'UPDATE users SET <column>'],
    },
    {
      name: 'another column that is equal',
      before,
      sql: 'UPDATE users SET email = NULL WHERE email = state',
      at: 'UPDATE users',
      says: ['One UPDATE'],
    },
    {
      name: 'a constant that rows may differ from',
      before,
      sql: `UPDATE users SET email = NULL WHERE state <> 'new'`,
      at: 'UPDATE users',
      says: ['One UPDATE'],
    },
    {
      name: 'a constant or anything else',
      before,
      sql: `UPDATE users SET email = NULL WHERE state = 'new' OR email IS NULL`,
      at: 'UPDATE users',
      says: ['One UPDATE'],
    },
    {
      name: 'a list with a column in it',
      before,
      sql: `UPDATE users SET email = NULL WHERE state IN ('new', email)`,
      at: 'UPDATE users',
      says: ['One UPDATE'],
    },
    {
      name: 'a cast of a column',
      before,
      sql: `UPDATE users SET email = NULL WHERE state = email::text`,
      at: 'UPDATE users',
      says: ['One UPDATE'],
    },
    {
      name: 'a list that is none of it',
      before,
      sql: `UPDATE users SET email = NULL WHERE state NOT IN ('new', 'old')`,
      at: 'UPDATE users',
      says: ['One UPDATE'],
    },
  ],
  good: [
    {
      name: 'as it is suggested, by the key',
      before,
      code: `def upgrade():
    update = 'UPDATE "users" SET email = lower(email) WHERE "id" IN (SELECT "id" FROM "users" WHERE (email <> lower(email)) %sORDER BY "id" ASC LIMIT 10000) RETURNING "id"'
    with op.get_context().autocommit_block():
        rows = op.get_bind().execute(sa.text(update % "")).fetchall()
        while rows:
            last = max(row.id for row in rows)
            rows = op.get_bind().execute(sa.text(update % 'AND "id" > :last '), {"last": last}).fetchall()
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
                "UPDATE users SET email = lower(email) WHERE ctid = ANY (ARRAY("
                "SELECT ctid FROM users WHERE email <> lower(email) LIMIT 5000))"
            )).rowcount
`,
      takes: { users: 'ROW EXCLUSIVE + scan | ROW EXCLUSIVE + scan' },
    },
    silent('equal to a constant', `state = 'new'`),
    silent('a constant that is equal, the other way round', `'new' = state`),
    silent('equal to a constant with a type', `state = 'new'::text`),
    silent('one of a list', `state IN ('new', 'old')`),
    silent('one of an array', `state = ANY (ARRAY['new', 'old'])`),
    silent('equal to a constant, and more', `email <> lower(email) AND state = 'new'`),
    silent('by its key, without reading the others', `id BETWEEN 1 AND 100`),
    {
      name: 'equal to a parameter',
      before,
      code: `def upgrade():\n    op.get_bind().execute(sa.text("UPDATE users SET email = NULL WHERE state = :state"), {"state": "new"})\n`,
    },
    {
      name: 'of a table that the same change makes',
      sql: [
        'CREATE TABLE users (id bigint PRIMARY KEY, email text)',
        'UPDATE users SET email = lower(email) WHERE email <> lower(email)',
      ],
    },
  ],
};
