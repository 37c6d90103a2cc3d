import type { LiveCases } from '../case.ts';

const events =
  'CREATE TABLE events (id bigint PRIMARY KEY, number integer); INSERT INTO events VALUES (1, 2)';
const change = 'ALTER TABLE events ALTER COLUMN number TYPE bigint';
const follows = `op.execute("CREATE FUNCTION events_number_new() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN SELECT number INTO NEW.number_new FROM (SELECT NEW.*) AS r; RETURN NEW; END $$")`;

export const cases: LiveCases = {
  bad: [
    {
      name: 'a number gets room for more',
      before: events,
      code: 'def upgrade():\n    op.alter_column("events", "number", type_=sa.BigInteger())',
      at: 'op.alter_column',
      says: [
        'Changing the type of events.number, which is integer, stores events and its indexes anew',
        'op.add_column("events", sa.Column("number_new", sa.BigInteger()))',
        follows,
        'CREATE TRIGGER events_number_new BEFORE INSERT OR UPDATE ON events FOR EACH ROW EXECUTE FUNCTION events_number_new()',
        '"UPDATE events SET number_new = number "',
        'WHERE number_new IS NULL AND number IS NOT NULL LIMIT 5000',
      ],
      takes: { events: 'ACCESS EXCLUSIVE + rewrite' },
    },
    {
      name: 'more digits behind the point',
      before: 'CREATE TABLE items (id bigint PRIMARY KEY, price numeric(10, 2))',
      sql: 'ALTER TABLE items ALTER COLUMN price TYPE numeric(12, 4)',
      at: 'numeric(12, 4)',
      says: ['items.price, which is numeric(10,2)', 'sa.Numeric(12, 4)'],
      takes: { items: 'ACCESS EXCLUSIVE + rewrite' },
    },
    {
      name: 'text becomes an enum, by an expression',
      before:
        "CREATE TYPE mood AS ENUM ('good', 'bad'); CREATE TABLE days (id bigint PRIMARY KEY, mood text)",
      sql: 'ALTER TABLE days ALTER COLUMN mood TYPE mood USING mood::mood',
      at: 'USING',
      says: [
        'op.execute("ALTER TABLE days ADD COLUMN mood_new mood")',
        'SELECT mood::mood INTO NEW.mood_new FROM',
        '"UPDATE days SET mood_new = mood::mood "',
      ],
      takes: { days: 'ACCESS EXCLUSIVE + rewrite' },
    },
    {
      name: 'a table in parts',
      before:
        'CREATE TABLE events (id bigint PRIMARY KEY, number integer) PARTITION BY RANGE (id); CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (9)',
      sql: change,
      at: 'TYPE bigint',
      says: ['events.number', 'rewritten: events_1 and events_1_pkey'],
    },
    {
      name: 'only the index orders its values otherwise',
      before:
        'CREATE TABLE events (id bigint PRIMARY KEY, at timestamp); CREATE INDEX events_at ON events (at)',
      sql: ["SET LOCAL timezone = 'UTC'", 'ALTER TABLE events ALTER COLUMN at TYPE timestamptz'],
      at: 'TYPE timestamptz',
      severity: 'warning',
      says: [
        'events.at, which is timestamp without time zone, builds events_at anew, and nobody can read or write events until that is done.\n',
      ],
      takes: { events: 'ACCESS EXCLUSIVE + scan + reindex' },
    },
    {
      name: 'in a session that happens to be in UTC',
      before: 'CREATE TABLE events (id bigint PRIMARY KEY, at timestamp(3), "by" timestamptz)',
      sql: [
        'ALTER TABLE events ALTER COLUMN at TYPE timestamptz, ALTER COLUMN "by" TYPE timestamp',
        "SET LOCAL timezone = 'UTC'",
      ],
      at: 'TYPE timestamptz',
      severity: 'notice',
      says: [
        'events.at, which is timestamp(3) without time zone, stores nothing anew in this session',
        'events.by, which is timestamp with time zone, stores nothing anew',
        `op.execute("SET LOCAL timezone = 'UTC'")`,
      ],
      times: 2,
      takes: { events: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'in a session that is in another zone',
      before: 'CREATE TABLE events (id bigint PRIMARY KEY, at timestamp)',
      sql: ["SET LOCAL timezone = 'Europe/Berlin'", 'ALTER TABLE events ALTER COLUMN at TYPE timestamptz'],
      at: 'TYPE timestamptz',
      says: ['stores events and its indexes anew'],
      takes: { events: 'ACCESS EXCLUSIVE + rewrite' },
    },
    {
      name: 'the index here, and the table in another session',
      before:
        'CREATE TABLE events (id bigint PRIMARY KEY, at timestamp); CREATE INDEX events_at ON events (at)',
      sql: 'ALTER TABLE events ALTER COLUMN at TYPE timestamptz',
      at: 'TYPE timestamptz',
      severity: 'warning',
      says: [
        'builds events_at anew',
        'Where the TimeZone of the session is not UTC, it stores all of events anew.',
        `op.execute("SET LOCAL timezone = 'UTC'")`,
        'events_at_new',
      ],
    },
    {
      name: 'only the index of a part',
      before:
        'CREATE TABLE events (id bigint PRIMARY KEY, at timestamp) PARTITION BY RANGE (id); CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (0) TO (9); CREATE INDEX events_1_at ON events_1 (at)',
      sql: ["SET LOCAL timezone = 'UTC'", 'ALTER TABLE events ALTER COLUMN at TYPE timestamptz'],
      at: 'TYPE timestamptz',
      severity: 'warning',
      says: ['builds events_1_at anew'],
    },
    {
      name: 'the type and the collation',
      before:
        'CREATE TABLE users (id bigint PRIMARY KEY, code integer); CREATE INDEX users_code ON users (code)',
      sql: 'ALTER TABLE users ALTER COLUMN code TYPE text COLLATE "C";',
      at: 'COLLATE',
      says: ['users.code, which is integer, stores users'],
    },
    {
      name: 'beside SET NOT NULL, for which the table is read while it is stored anew',
      before: events,
      sql: 'ALTER TABLE events ALTER COLUMN number TYPE bigint, ALTER COLUMN number SET NOT NULL',
      at: 'SET NOT NULL',
      says: ['stores events and its indexes anew'],
    },
    {
      name: 'a table without an index',
      before: 'CREATE TABLE events (number integer CHECK (number > 0))',
      sql: change,
      at: 'TYPE bigint',
      says: ['stores events'],
    },
  ],
  good: [
    {
      name: 'a column beside it, that follows it',
      shows: 'the first step of the advice',
      before: events,
      code: `def upgrade():
    op.add_column("events", sa.Column("number_new", sa.BigInteger()))
    ${follows}
    op.execute("CREATE TRIGGER events_number_new BEFORE INSERT OR UPDATE ON events FOR EACH ROW EXECUTE FUNCTION events_number_new()")
`,
      takes: { events: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'and the rows that are there',
      shows: 'the second step of the advice',
      before: `${events}; ALTER TABLE events ADD COLUMN number_new bigint`,
      code: `def upgrade():
    with op.get_context().autocommit_block():
        filled = 1
        while filled:
            filled = op.get_bind().execute(sa.text(
                "UPDATE events SET number_new = number "
                "WHERE ctid = ANY (ARRAY(SELECT ctid FROM events WHERE number_new IS NULL AND number IS NOT NULL LIMIT 5000))"
            )).rowcount
`,
    },
    {
      name: 'a longer text, with an index',
      shows: 'a hypothesis refuted by the trace',
      before:
        'CREATE TABLE users (id bigint PRIMARY KEY, name varchar(50)); CREATE INDEX users_name ON users (name)',
      code: 'def upgrade():\n    op.alter_column("users", "name", type_=sa.String(100))',
      takes: { users: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'a text without a limit',
      shows: 'a hypothesis refuted by the trace',
      before: 'CREATE TABLE users (id bigint PRIMARY KEY, name varchar(50))',
      code: 'def upgrade():\n    op.alter_column("users", "name", type_=sa.Text())',
      takes: { users: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'more digits before the point',
      shows: 'a hypothesis refuted by the trace',
      before: 'CREATE TABLE items (id bigint PRIMARY KEY, price numeric(10, 2))',
      sql: 'ALTER TABLE items ALTER COLUMN price TYPE numeric(12, 2)',
      takes: { items: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'the zone is said',
      shows: 'the advice',
      before: 'CREATE TABLE events (id bigint PRIMARY KEY, at timestamp)',
      sql: ["SET LOCAL timezone = 'UTC'", 'ALTER TABLE events ALTER COLUMN at TYPE timestamptz'],
      takes: { events: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'of a table that the same revision makes',
      sql: ['CREATE TABLE events (id bigint PRIMARY KEY, number integer)', change],
    },
  ],
};
