import type { LiveCases } from '../case.ts';

const before = `CREATE TABLE roles (name text PRIMARY KEY); INSERT INTO roles VALUES ('admin')`;
const teams = 'CREATE TABLE teams (id bigint PRIMARY KEY)';
const insert = `INSERT INTO roles VALUES ('guest')`;

export const cases: LiveCases = {
  bad: [
    {
      name: 'rows for a table that was there',
      before,
      sql: [teams, insert],
      at: 'INSERT INTO roles',
      says: [
        'changes rows of roles',
        'In the same transaction:',
        teams,
        'alembic revision -m "Rows of roles"',
      ],
    },
    {
      name: 'before the schema changes, and once for all',
      before,
      sql: [insert, `UPDATE roles SET name = 'root' WHERE name = 'admin'`, teams],
      at: insert,
      says: ['changes rows of roles'],
    },
    {
      name: 'a trigger is turned off, and a column comes',
      before: `${before}; CREATE TABLE seats (id bigint PRIMARY KEY)`,
      sql: ['ALTER TABLE seats DISABLE TRIGGER USER, ADD COLUMN x int', insert],
      at: insert,
      says: ['changes rows of roles'],
    },
  ],
  good: [
    { name: 'rows alone', before, sql: insert },
    { name: 'the schema alone', before, sql: teams },
    {
      name: 'each in its own transaction',
      before,
      code: `def upgrade():
    with op.get_context().autocommit_block():
        op.execute("CREATE TABLE IF NOT EXISTS teams (id bigint PRIMARY KEY)")
    op.execute("INSERT INTO roles VALUES ('guest')")
`,
    },
    {
      name: 'rows for a table that the same change makes',
      before,
      sql: [teams, 'INSERT INTO teams VALUES (1)'],
    },
    { name: 'a query is no change', before, sql: [teams, `SELECT name FROM roles WHERE name = 'admin'`] },
    {
      name: 'nor is a trigger that is off meanwhile',
      before: `${before}; CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
CREATE TRIGGER t BEFORE INSERT ON roles FOR EACH ROW EXECUTE FUNCTION f()`,
      sql: ['ALTER TABLE roles DISABLE TRIGGER t', insert, 'ALTER TABLE roles ENABLE TRIGGER t'],
    },
    { name: 'nor is a setting', before, sql: [`SET LOCAL lock_timeout = '1s'`, insert] },
  ],
};
