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
