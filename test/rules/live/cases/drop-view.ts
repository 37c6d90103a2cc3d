import type { LiveCases } from '../case.ts';

const before = 'CREATE VIEW totals AS SELECT 1 AS id, 2 AS amount';

export const cases: LiveCases = {
  bad: [
    {
      name: 'a view',
      before,
      sql: 'DROP VIEW totals',
      at: 'DROP VIEW',
      says: ['The view totals is dropped', 'in a later release'],
    },
    {
      name: 'a materialized view',
      before: 'CREATE MATERIALIZED VIEW totals AS SELECT 1 AS id',
      sql: 'DROP MATERIALIZED VIEW totals',
      at: 'DROP MATERIALIZED VIEW',
      says: ['The view totals is dropped'],
    },
    {
      name: 'made again without a column',
      before,
      sql: ['DROP VIEW totals', 'CREATE VIEW totals AS SELECT 1 AS id'],
      at: 'DROP VIEW',
      says: [
        'The view totals is made again without totals.amount, and the running release fails where it reads it.',
      ],
    },
    {
      name: 'made again without two columns, while another one goes',
      before: `CREATE VIEW totals AS SELECT 1 AS id, 2 AS amount, 3 AS tax; CREATE VIEW others AS SELECT 1 AS id`,
      sql: ['DROP VIEW totals, others', 'CREATE VIEW totals AS SELECT 1 AS id'],
      at: 'DROP VIEW',
      says: [
        'made again without totals.amount and totals.tax, and the running release fails where it reads them.',
        'Make the new view under a new name',
        'The view others is dropped',
      ],
      omits: ['others.id'],
      times: 2,
    },
  ],
  good: [
    { name: 'a new one beside it', before, sql: 'CREATE VIEW totals_v2 AS SELECT 1 AS id' },
    {
      name: 'one more column',
      before,
      sql: 'CREATE OR REPLACE VIEW totals AS SELECT 1 AS id, 2 AS amount, 3 AS more',
    },
    {
      name: 'made again with all its columns',
      before,
      sql: ['DROP VIEW totals', 'CREATE VIEW totals AS SELECT 1 AS id, 3 AS more, 2 AS amount'],
    },
    { name: 'one that is not there', sql: 'DROP VIEW IF EXISTS totals' },
    {
      name: 'of an earlier revision of the same change',
      code: [before, 'DROP VIEW totals'].map((sql) => `def upgrade():\n    op.execute("${sql}")\n`),
    },
    { name: 'another kind of thing', before: 'CREATE SEQUENCE numbers', sql: 'DROP SEQUENCE numbers' },
  ],
};
