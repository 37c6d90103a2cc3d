import type { LiveCases } from '../case.ts';

const before = `CREATE TABLE users (id bigint PRIMARY KEY, email text); INSERT INTO users VALUES (1, 'a@b.c');
CREATE TABLE settings (id bigint PRIMARY KEY, value text)`;
const add = 'ALTER TABLE users ADD COLUMN domain text';

export const cases: LiveCases = {
  bad: [
    {
      name: 'a column is added and filled',
      before,
      sql: [add, `UPDATE users SET domain = split_part(email, '@', 2)`],
      at: 'UPDATE users',
      says: [
        'keeps everybody from reading and writing users while this reads users from end to end',
        'ACCESS EXCLUSIVE on users is held since:',
        add,
      ],
      takes: { users: 'ACCESS EXCLUSIVE + scan' },
    },
    {
      name: 'once for the same table, and the lock on one while another is read',
      before,
      sql: [add, 'DELETE FROM settings WHERE value IS NULL', `DELETE FROM settings WHERE value = ''`],
      at: 'IS NULL',
      says: ['reading and writing users while this reads settings'],
    },
    {
      name: 'each table that is read',
      before,
      sql: [add, 'DELETE FROM settings WHERE value IS NULL', 'UPDATE users SET domain = email'],
      at: 'DELETE FROM settings',
      says: ['while this reads settings', 'while this reads users'],
      times: 2,
    },
    {
      name: 'a query alone',
      before,
      code: `def upgrade():\n    op.add_column("users", sa.Column("domain", sa.Text()))\n    op.get_bind().execute(sa.text("SELECT id, email FROM users")).fetchall()\n`,
      at: 'SELECT id',
      says: ['while this reads users'],
    },
    {
      name: 'rows that a query finds are copied into a new table',
      before,
      sql: [
        add,
        'CREATE TABLE mails (id bigint PRIMARY KEY)',
        'INSERT INTO mails SELECT id FROM users WHERE email IS NOT NULL',
      ],
      at: 'INSERT INTO mails',
      says: ['while this reads users'],
    },
    {
      name: 'only writers wait',
      before: `${before}; CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$`,
      sql: [
        'CREATE TRIGGER t BEFORE UPDATE ON settings FOR EACH ROW EXECUTE FUNCTION f()',
        'DELETE FROM users WHERE email IS NULL',
      ],
      at: 'DELETE FROM users',
      severity: 'warning',
      says: ['keeps everybody from writing to settings while this reads users'],
    },
    {
      name: 'the table was read before as well',
      before,
      sql: ['SELECT email FROM users', add, 'SELECT id FROM users'],
      at: 'SELECT id',
      says: ['while this reads users'],
    },
    {
      name: 'a table that is read is read again, with another one',
      before: `${before}; INSERT INTO settings VALUES (1, 'a')`,
      sql: [add, 'SELECT value FROM settings', 'SELECT value FROM settings CROSS JOIN users'],
      at: 'SELECT value FROM settings"',
      says: ['while this reads settings from'],
    },
    {
      name: 'the strongest lock is not the first',
      before,
      sql: ['LOCK settings IN SHARE MODE', add, 'SELECT email FROM users'],
      at: 'SELECT email',
      says: ['reading and writing users while', 'ACCESS EXCLUSIVE on users is held since:'],
      also: ['lock-table-statement'],
    },
    {
      name: 'the lock is on a partitioned table alone',
      before: `${before}; CREATE TABLE parts (id bigint) PARTITION BY RANGE (id)`,
      sql: ['ALTER TABLE parts ADD note text', 'SELECT email FROM users'],
      at: 'SELECT email',
      says: ['reading and writing parts while this reads users'],
    },
    {
      name: 'with something else in one statement',
      before,
      sql: [add, 'SET LOCAL statement_timeout = 0; SELECT email FROM users'],
      at: 'SELECT email',
      says: ['while this reads users'],
    },
    {
      name: 'a row that is written down, and others that go beside it',
      before,
      sql: [
        add,
        "WITH gone AS (DELETE FROM users WHERE email = '' RETURNING id) INSERT INTO settings VALUES (1, 'a')",
      ],
      at: 'DELETE FROM users',
      says: ['while this reads users'],
    },
  ],
  good: [
    {
      name: 'committed first, and in batches',
      before,
      code: `def upgrade():
    op.add_column("users", sa.Column("domain", sa.Text()))
    with op.get_context().autocommit_block():
        updated = 1
        while updated:
            updated = op.get_bind().execute(sa.text(
                "UPDATE users SET domain = split_part(email, '@', 2) WHERE id IN "
                "(SELECT id FROM users WHERE domain IS NULL LIMIT 5000)"
            )).rowcount
`,
      takes: { users: 'ACCESS EXCLUSIVE | ROW EXCLUSIVE + scan | ROW EXCLUSIVE + scan' },
    },
    {
      name: 'all in a table that the same revision makes',
      sql: [
        'CREATE TABLE users (id bigint PRIMARY KEY, email text)',
        'ALTER TABLE users ADD COLUMN domain text',
        'UPDATE users SET domain = email',
      ],
    },
    {
      name: 'the locked table is new',
      before,
      sql: [
        'CREATE TABLE mails (id bigint PRIMARY KEY, email text)',
        'INSERT INTO mails SELECT id, email FROM users',
      ],
    },
    {
      name: 'the table that is read is new',
      before,
      sql: ['CREATE TABLE mails (id bigint PRIMARY KEY, email text)', add, 'SELECT email FROM mails'],
    },
    { name: 'the table is read first', before, sql: ['SELECT email FROM users', add] },
    {
      name: 'what is locked is no table',
      before: `${before}; CREATE SEQUENCE numbers`,
      sql: ['ALTER SEQUENCE numbers INCREMENT 2', 'SELECT email FROM users'],
    },
    {
      name: 'a trigger reads a table for a row that is written down',
      before: `${before}; CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM email FROM users; RETURN new; END $$`,
      sql: [
        add,
        'CREATE TABLE log (id bigint PRIMARY KEY)',
        'CREATE TRIGGER t BEFORE INSERT ON log FOR EACH ROW EXECUTE FUNCTION f()',
        'INSERT INTO log VALUES (1)',
      ],
      takes: { users: 'ACCESS EXCLUSIVE + scan' },
    },
  ],
};
