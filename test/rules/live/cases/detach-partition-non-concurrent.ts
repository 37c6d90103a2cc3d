import type { LiveCases } from '../case.ts';

const before = `CREATE TABLE events (day date NOT NULL) PARTITION BY RANGE (day);
CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01')`;

export const cases: LiveCases = {
  bad: [
    {
      name: 'in the transaction',
      before,
      sql: 'ALTER TABLE events DETACH PARTITION events_2025',
      at: 'DETACH PARTITION',
      says: [
        'Nobody reads or writes events from when events_2025 is detached',
        'op.execute("ALTER TABLE events DETACH PARTITION events_2025 CONCURRENTLY")',
        'ACCESS EXCLUSIVE on events:',
      ],
      takes: { events: 'ACCESS EXCLUSIVE', events_2025: 'ACCESS EXCLUSIVE' },
    },
  ],
  good: [
    {
      name: 'concurrently',
      before,
      code: `def upgrade():
    with op.get_context().autocommit_block():
        op.execute("ALTER TABLE events DETACH PARTITION events_2025 CONCURRENTLY")
`,
      takes: { events: 'SHARE UPDATE EXCLUSIVE' },
    },
    {
      name: 'of a table that the same change makes',
      sql: [before, 'ALTER TABLE events DETACH PARTITION events_2025'],
    },
  ],
};
