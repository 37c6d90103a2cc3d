import type { LiveCases } from '../case.ts';

const before = 'CREATE TABLE events (id bigint PRIMARY KEY, day date); INSERT INTO events VALUES (1, now())';

export const cases: LiveCases = {
  bad: [
    {
      name: 'by an index',
      before,
      sql: 'CLUSTER events USING events_pkey',
      at: 'CLUSTER',
      says: ['CLUSTER stores events anew', 'rewritten: events', 'Take it out of the migration.'],
      takes: { events: 'ACCESS EXCLUSIVE + rewrite' },
    },
    {
      name: 'each table of its own, and a small one of them weighs less',
      before: `${before}; CREATE TABLE news (id bigint PRIMARY KEY); INSERT INTO news VALUES (1)`,
      sql: ['CLUSTER events USING events_pkey', 'CLUSTER news USING news_pkey'],
      rows: { news: 12 },
      at: 'CLUSTER events',
      says: ['stores news anew', '12 rows'],
      times: 2,
      also: ['statement-after-access-exclusive'],
    },
  ],
  good: [
    {
      name: 'an index with all that the query needs, concurrently',
      before,
      code: `def upgrade():
    with op.get_context().autocommit_block():
        op.create_index("events_by_day", "events", ["day"], postgresql_include=["id"], postgresql_concurrently=True, if_not_exists=True)
`,
    },
    {
      name: 'of a table that the same change makes',
      sql: ['CREATE TABLE news (id bigint PRIMARY KEY)', 'CLUSTER news USING news_pkey'],
    },
  ],
};
