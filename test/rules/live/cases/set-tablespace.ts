import type { LiveCases } from '../case.ts';

const before = 'CREATE TABLE events (id bigint PRIMARY KEY); INSERT INTO events VALUES (1)';
/** Tablespaces belong to the server, and outlast a database. */
const cold = `    with op.get_context().autocommit_block():
        if not op.get_bind().scalar(sa.text("SELECT true FROM pg_tablespace WHERE spcname = 'cold'")):
            op.execute("SET allow_in_place_tablespaces = on")
            op.execute("CREATE TABLESPACE cold LOCATION ''")
            op.execute("RESET allow_in_place_tablespaces")
`;

export const cases: LiveCases = {
  bad: [
    {
      name: 'of a table with rows',
      before,
      code: `def upgrade():\n${cold}    op.execute("ALTER TABLE events SET TABLESPACE cold")\n`,
      at: 'SET TABLESPACE',
      says: ['SET TABLESPACE copies all of events', 'rewritten: events'],
      takes: { events: 'ACCESS EXCLUSIVE + rewrite' },
    },
  ],
  good: [
    {
      name: 'a new table there',
      before,
      code: `def upgrade():\n${cold}    op.execute("CREATE TABLE events_cold (LIKE events INCLUDING ALL) TABLESPACE cold")\n`,
      takes: { events: 'ACCESS SHARE' },
    },
    {
      name: 'where it is already',
      before,
      sql: 'ALTER TABLE events SET TABLESPACE pg_default, ADD COLUMN age int',
    },
    {
      name: 'of a table that the same change makes',
      code: `def upgrade():\n${cold}    op.execute("CREATE TABLE news (id bigint PRIMARY KEY)")\n    op.execute("ALTER TABLE news SET TABLESPACE cold")\n`,
    },
    { name: 'another change', before, sql: 'ALTER TABLE events CLUSTER ON events_pkey' },
  ],
};
