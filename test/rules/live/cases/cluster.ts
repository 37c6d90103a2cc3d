import type { LiveCases } from '../case.ts';

const before = 'CREATE TABLE events (id bigint PRIMARY KEY, day date); INSERT INTO events VALUES (1, now())';

export const cases: LiveCases = {
  bad: [
    {
      name: 'by an index',
      before,
      sql: 'CLUSTER events USING events_pkey',
      at: 'CLUSTER',
      says: ['CLUSTER stores events anew', 'rewritten: events'],
      takes: { events: 'ACCESS EXCLUSIVE + rewrite' },
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
