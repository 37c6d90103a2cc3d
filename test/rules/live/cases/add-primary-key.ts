import type { LiveCases } from '../case.ts';
import { readAlone } from '../read-alone.ts';

const timed = "SET LOCAL lock_timeout = '2s'";
const events = 'CREATE TABLE events (id bigint NOT NULL); INSERT INTO events SELECT generate_series(1, 500);';
const nullable = 'CREATE TABLE events (id bigint); INSERT INTO events SELECT generate_series(1, 500);';

export const cases: LiveCases = {
  bad: [
    {
      name: 'of columns that are never NULL',
      before: events,
      code: `def upgrade():
    op.execute("${timed}")
    op.create_primary_key("pk_events", "events", ["id"])

def downgrade():
    op.drop_constraint("pk_events", "events")`,
      at: 'op.create_primary_key',
      says: [
        'Adding the primary key pk_events builds an index of events, and until the transaction ends nobody reads or writes events.',
        'with op.get_context().autocommit_block():\n        op.execute("DROP INDEX CONCURRENTLY IF EXISTS pk_events")\n        op.create_index("pk_events", "events", ["id"], unique=True, postgresql_concurrently=True)\n    op.execute("ALTER TABLE events ADD CONSTRAINT pk_events PRIMARY KEY USING INDEX pk_events")',
      ],
      takes: { events: 'ACCESS EXCLUSIVE + scan' },
    },
    {
      name: 'of a column that may be NULL, without a name',
      before: nullable,
      sql: [timed, 'ALTER TABLE events ADD PRIMARY KEY (id)'],
      at: 'ADD PRIMARY KEY',
      says: [
        'op.execute("ALTER TABLE events ADD CONSTRAINT key_not_null CHECK (id IS NOT NULL) NOT VALID")',
        'op.execute("ALTER TABLE events VALIDATE CONSTRAINT key_not_null")',
        'op.execute("ALTER TABLE events ALTER COLUMN id SET NOT NULL")',
        'op.create_index("events_pkey"',
        'op.execute("ALTER TABLE events DROP CONSTRAINT key_not_null")',
      ],
    },
    {
      name: 'of an index on a column that may be NULL',
      before: `${nullable} CREATE UNIQUE INDEX pk_events ON events (id);`,
      sql: [timed, 'ALTER TABLE events ADD CONSTRAINT pk_events PRIMARY KEY USING INDEX pk_events'],
      at: 'USING INDEX',
      says: [
        'its columns may be NULL: all of events is read',
        'CHECK (id IS NOT NULL) NOT VALID',
        'op.execute("ALTER TABLE events ADD CONSTRAINT pk_events PRIMARY KEY USING INDEX pk_events")',
      ],
      takes: { events: 'ACCESS EXCLUSIVE + scan' },
    },
    {
      name: 'beside a check: the index is built by itself, however they are written',
      before: events,
      sql: ['ALTER TABLE events ADD CHECK (id > 0)', 'ALTER TABLE events ADD PRIMARY KEY (id)'],
      at: 'ADD PRIMARY KEY',
      says: ['Adding the primary key events_pkey'],
      also: ['add-check-not-valid'],
    },
  ],
  good: [
    {
      name: 'of an index that was built concurrently',
      before: events,
      code: `def upgrade():
    with op.get_context().autocommit_block():
        op.execute("DROP INDEX CONCURRENTLY IF EXISTS pk_events")
        op.create_index("pk_events", "events", ["id"], unique=True, postgresql_concurrently=True)
    op.execute("${timed}")
    op.execute("ALTER TABLE events ADD CONSTRAINT pk_events PRIMARY KEY USING INDEX pk_events")

def downgrade():
    op.drop_constraint("pk_events", "events")`,
      shows: 'the advice: the stronger lock reads nothing',
      takes: { events: `SHARE UPDATE EXCLUSIVE${readAlone} | ACCESS EXCLUSIVE` },
    },
    {
      name: 'of a new table',
      sql: [
        'CREATE TABLE events (id bigint NOT NULL)',
        'ALTER TABLE events ADD CONSTRAINT pk_events PRIMARY KEY (id)',
      ],
      shows: 'there is nothing to build of',
    },
  ],
};
