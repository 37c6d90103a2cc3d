import type { LiveCases } from '../case.ts';

const before =
  'CREATE MATERIALIZED VIEW totals AS SELECT 1 AS id; CREATE UNIQUE INDEX totals_id ON totals (id)';

export const cases: LiveCases = {
  bad: [
    {
      name: 'with nobody reading it',
      before,
      sql: 'REFRESH MATERIALIZED VIEW totals',
      at: 'REFRESH',
      says: [
        'Nobody can read the materialized view totals',
        'op.execute("REFRESH MATERIALIZED VIEW CONCURRENTLY totals")',
        'ACCESS EXCLUSIVE on totals',
      ],
      takes: { totals: 'ACCESS EXCLUSIVE + rewrite' },
    },
  ],
  good: [
    {
      name: 'concurrently',
      before,
      sql: 'REFRESH MATERIALIZED VIEW CONCURRENTLY totals',
      takes: { totals: 'EXCLUSIVE + scan' },
      shows: 'readers go on',
    },
    {
      name: 'one that the same change makes',
      sql: ['CREATE MATERIALIZED VIEW totals AS SELECT 1 AS id', 'REFRESH MATERIALIZED VIEW totals'],
    },
  ],
};
