import type { LiveCases } from '../case.ts';

export const cases: LiveCases = {
  bad: [
    {
      name: 'outside a transaction',
      code: 'def upgrade():\n    with op.get_context().autocommit_block():\n        op.execute("DROP DATABASE IF EXISTS reports")\n',
      at: 'op.execute',
      says: ['drops the database reports', 'Take the command out of the migration.'],
    },
  ],
  good: [{ name: 'a schema of that name', before: 'CREATE SCHEMA reports', sql: 'DROP SCHEMA reports' }],
};
