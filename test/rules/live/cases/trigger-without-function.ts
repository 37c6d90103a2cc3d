import type { LiveCases } from '../case.ts';

const users = 'CREATE TABLE users (id bigint PRIMARY KEY, updated_at timestamptz);';
const trigger = 'CREATE TRIGGER touch BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION set_updated_at()';
const makes = (name: string): string =>
  `CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.updated_at = now(); RETURN NEW; END'`;
const execute = (...sql: readonly string[]): string =>
  `def upgrade():\n${sql.map((one) => `    op.execute("${one}")\n`).join('')}`;

export const cases: LiveCases = {
  bad: [
    {
      name: 'nobody makes it',
      before: users,
      sql: trigger,
      at: 'CREATE TRIGGER touch',
      says: [
        'no revision makes that function',
        'the trigger touch calls set_updated_at()',
        'CREATE FUNCTION set_updated_at()',
      ],
    },
    {
      name: 'a later revision makes it',
      before: users,
      code: [execute(trigger), execute(makes('public.set_updated_at'))],
      at: 'CREATE TRIGGER touch',
      says: ['_2 makes later, in migrations/versions/', 'make the trigger in the later one'],
    },
    {
      name: 'a later revision makes another one, and drops this one',
      before: users,
      code: [
        execute(trigger),
        execute(makes('unset_updated_at'), 'DROP FUNCTION IF EXISTS set_updated_at()'),
      ],
      at: 'CREATE TRIGGER touch',
      says: ['no revision makes that function'],
    },
  ],
  good: [
    {
      name: 'it is made in front',
      before: users,
      sql: ["SET LOCAL lock_timeout = '1s'", makes('set_updated_at'), trigger],
      shows: 'the advice',
    },
  ],
};
