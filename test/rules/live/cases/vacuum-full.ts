import type { LiveCases } from '../case.ts';

const before = 'CREATE TABLE events (id bigint PRIMARY KEY); INSERT INTO events VALUES (1)';
const alone = (sql: string): string =>
  `def upgrade():\n    with op.get_context().autocommit_block():\n        op.execute("${sql}")\n`;

export const cases: LiveCases = {
  bad: [
    {
      name: 'of a table',
      before,
      code: alone('VACUUM FULL events'),
      at: 'VACUUM FULL',
      says: ['VACUUM FULL stores events anew', 'op.execute("VACUUM events")', 'rewritten: events'],
      takes: { events: 'ACCESS EXCLUSIVE + rewrite' },
    },
  ],
  good: [
    {
      name: 'plain',
      before,
      code: alone('VACUUM events'),
      takes: { events: 'SHARE UPDATE EXCLUSIVE' },
    },
    {
      name: 'of a table that the same change makes',
      code: `def upgrade():
    with op.get_context().autocommit_block():
        op.execute("CREATE TABLE IF NOT EXISTS news (id bigint PRIMARY KEY)")
        op.execute("VACUUM FULL news")
`,
    },
  ],
};
