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
