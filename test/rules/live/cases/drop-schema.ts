import type { LiveCases } from '../case.ts';

const before = `CREATE SCHEMA audit; CREATE TYPE audit.action AS ENUM ('read', 'write')`;

export const cases: LiveCases = {
  bad: [
    {
      name: 'with a type in it',
      before,
      sql: 'DROP SCHEMA audit CASCADE',
      at: 'op.execute',
      says: [
        'The schema audit is dropped with all that is in it: enum type audit.action.',
        'DROP SCHEMA audit',
      ],
    },
  ],
  good: [
    { name: 'an empty one', before: 'CREATE SCHEMA audit', sql: 'DROP SCHEMA audit CASCADE' },
    { name: 'first what is in it, by name', before, sql: ['DROP TYPE audit.action', 'DROP SCHEMA audit'] },
    {
      name: 'what is in it is of the same change',
      before: 'CREATE SCHEMA audit',
      code: [`CREATE TYPE audit.action AS ENUM ('read')`, 'DROP SCHEMA audit CASCADE'].map(
        (sql) => `def upgrade():\n    op.execute("${sql}")\n`,
      ),
    },
    {
      name: 'another one with CASCADE',
      before: `CREATE TYPE mood AS ENUM ('good')`,
      sql: 'DROP TYPE mood CASCADE',
    },
  ],
};
