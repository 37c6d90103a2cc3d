import type { LiveCases } from '../case.ts';

const touch = `CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$`;
const trigger = 'CREATE TRIGGER touch BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch()';
const before = `CREATE TABLE users (id bigint PRIMARY KEY); ${touch}; ${trigger}`;

export const cases: LiveCases = {
  bad: [
    {
      name: 'turned off',
      before,
      sql: ['ALTER TABLE users DISABLE TRIGGER touch', 'ALTER TABLE users CLUSTER ON users_pkey'],
      at: 'DISABLE TRIGGER',
      says: [
        'The trigger users.touch is turned off',
        'op.execute("ALTER TABLE users ENABLE TRIGGER touch")',
        'enabled yes became no',
        'DISABLE TRIGGER',
      ],
      takes: { users: 'SHARE ROW EXCLUSIVE' },
    },
    {
      name: 'dropped',
      before,
      sql: 'DROP TRIGGER touch ON users',
      at: 'DROP TRIGGER',
      severity: 'notice',
      says: ['The trigger users.touch is dropped', 'trigger users.touch is gone'],
    },
    {
      name: 'dropped, and one is made for another table',
      before: `${before}; CREATE TABLE "Other" (id bigint PRIMARY KEY)`,
      sql: ['DROP TRIGGER touch ON users', trigger.replace('users', '"Other"')],
      at: 'DROP TRIGGER',
      severity: 'notice',
      says: ['The trigger users.touch is dropped'],
    },
    {
      name: 'among other commands of its kind, and a table that comes and goes',
      before: `${before}; CREATE TABLE others (id bigint PRIMARY KEY); CREATE VIEW v AS SELECT 1 AS id`,
      sql: [
        'CREATE TABLE work (id bigint PRIMARY KEY)',
        'DROP TABLE work',
        'ALTER TABLE others SET (fillfactor = 90)',
        'ALTER TABLE others ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY',
        'CREATE POLICY own ON others USING (true)',
        'ALTER TABLE users DISABLE TRIGGER touch',
      ],
      at: 'DISABLE TRIGGER',
      says: ['The trigger users.touch is turned off'],
    },
    {
      name: 'dropped among other things, with a name in quotes',
      before: before.replaceAll('TRIGGER touch', 'TRIGGER "Touch.it"').replaceAll('users', '"Us""ers"'),
      sql: [
        'CREATE TABLE work (id bigint PRIMARY KEY)',
        'DROP TABLE work',
        'DROP TRIGGER "Touch.it" ON "Us""ers";',
      ],
      at: 'DROP TRIGGER',
      severity: 'notice',
      says: [
        'The trigger "Us""ers"."Touch.it" is dropped',
        'If the running release relies on it, release code that does not first.',
      ],
    },
    {
      name: 'turned off with a name in quotes, by a block that nobody can read',
      before: before.replaceAll('TRIGGER touch', 'TRIGGER "Touch.it"'),
      sql: `DO $$ BEGIN EXECUTE format('ALTER TABLE %I ', 'users') || 'DISABLE TRIGGER ALL'; END $$`,
      at: 'def upgrade',
      says: ['ALTER TABLE users ENABLE TRIGGER \\"Touch.it\\"'],
      also: ['do-block-ddl'],
    },
  ],
  good: [
    {
      name: 'turned off and on again',
      before,
      sql: [
        'ALTER TABLE users DISABLE TRIGGER touch',
        'ALTER TABLE users ENABLE TRIGGER touch, ADD COLUMN age int',
      ],
    },
    {
      name: 'another one in its place',
      before,
      sql: ['DROP TRIGGER touch ON users', trigger.replace('touch', 'touched')],
    },
    { name: 'fires more often', before, sql: 'ALTER TABLE users ENABLE ALWAYS TRIGGER touch' },
    { name: 'with its table, which is of the same change', sql: [before, 'DROP TRIGGER touch ON users'] },
    {
      name: 'of an earlier revision of the same change',
      before: `CREATE TABLE users (id bigint PRIMARY KEY); ${touch}`,
      code: [trigger, 'DROP TRIGGER touch ON users'].map(
        (sql) => `def upgrade():\n    op.execute("${sql}")\n`,
      ),
    },
  ],
};
