import type { LiveCases } from '../case.ts';

const notes = 'CREATE TABLE notes (id bigint PRIMARY KEY, owner text NOT NULL)';
const enable = 'ALTER TABLE notes ENABLE ROW LEVEL SECURITY';
const policy = 'CREATE POLICY own ON notes USING (owner = current_user)';
const execute = (sql: string): string =>
  `def upgrade():\n    op.execute("SET LOCAL lock_timeout = '1s'")\n    op.execute("${sql}")\n`;

export const cases: LiveCases = {
  bad: [
    {
      name: 'switched on, and no policy',
      sql: [notes, enable],
      at: 'ENABLE ROW',
      says: ['there is no policy', 'CREATE POLICY own_rows ON notes'],
    },
    {
      name: 'the last policy goes',
      before: `${notes}; ${enable}; ${policy};`,
      code: execute('DROP POLICY own ON notes'),
      at: 'DROP POLICY',
      says: ['finds it empty'],
    },
    {
      name: 'a policy that nobody asks',
      sql: [notes, policy],
      at: 'CREATE POLICY own',
      says: ['own on notes is a policy that nobody asks', 'ALTER TABLE notes ENABLE ROW LEVEL SECURITY'],
    },
    {
      name: 'among other commands of the table, and of others',
      before: `${notes}; CREATE TABLE other (id bigint PRIMARY KEY); ALTER TABLE other ENABLE ROW LEVEL SECURITY; CREATE POLICY own ON other USING (true); CREATE POLICY more ON other USING (true)`,
      sql: [
        "SET LOCAL lock_timeout = '1s'",
        'DROP POLICY more ON other',
        'ALTER TABLE notes SET (fillfactor = 90)',
        'ALTER TABLE other FORCE ROW LEVEL SECURITY',
        enable,
      ],
      at: 'notes ENABLE ROW',
      says: ['Row level security is on for notes'],
    },
    {
      name: 'the last policy goes after a trigger',
      before: `${notes}; ${enable}; ${policy}; CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$; CREATE TRIGGER unused AFTER UPDATE ON notes EXECUTE FUNCTION f()`,
      sql: ["SET LOCAL lock_timeout = '1s'", 'DROP TRIGGER unused ON notes', 'DROP POLICY own ON notes'],
      at: 'DROP POLICY',
      says: ['finds it empty'],
      also: ['drop-or-disable-trigger'],
    },
    {
      name: 'two policies that nobody asks',
      sql: [notes, policy, policy.replace('own', 'all_rows')],
      at: 'CREATE POLICY own',
      says: ['own on notes are policies that nobody asks'],
    },
  ],
  good: [
    { name: 'both', sql: [notes, enable, policy], shows: 'the advice' },
    {
      name: 'a later revision of the change makes the policy',
      code: [execute(`${notes}; ${enable}`), execute(policy)],
    },
    {
      name: 'a later revision of the change switches it on',
      code: [execute(`${notes}; ${policy}`), execute(enable)],
    },
    {
      name: 'it was so before',
      before: `${notes}; ${enable};`,
      code: execute("COMMENT ON TABLE notes IS 'what people wrote'"),
    },
    {
      name: 'the policy nobody asks was there before',
      before: `${notes}; ${policy};`,
      code: execute("COMMENT ON TABLE notes IS 'what people wrote'"),
    },
    { name: 'neither', sql: notes },
  ],
};
