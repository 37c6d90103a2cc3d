import type { LiveCases } from '../case.ts';

const events = 'CREATE TABLE events (id bigint PRIMARY KEY, note text)';
const execute = (sql: string): string =>
  `def upgrade():\n    op.execute("SET LOCAL lock_timeout = '1s'")\n    op.execute("${sql}")\n`;
const reset = ['ALTER TABLE events RESET (autovacuum_enabled)'];

export const cases: LiveCases = {
  bad: [
    {
      name: 'on a table that was there',
      before: events,
      code: execute('ALTER TABLE events SET (autovacuum_enabled = false)'),
      at: 'SET (autovacuum_enabled',
      says: ['Autovacuum stays off for events', 'ALTER TABLE events RESET (autovacuum_enabled)'],
    },
    {
      name: 'from the start, in another spelling',
      sql: `${events} WITH (autovacuum_enabled = off)`,
      at: 'CREATE TABLE events',
      says: ['events'],
    },
    {
      name: 'of the TOAST table',
      sql: [events, 'ALTER TABLE events SET (toast.autovacuum_enabled = 0)'],
      at: 'SET (toast',
      says: ['the TOAST table of events', 'RESET (toast.autovacuum_enabled)'],
    },
  ],
  good: [
    {
      name: 'it waits for less',
      before: events,
      code: execute('ALTER TABLE events SET (autovacuum_vacuum_scale_factor = 0.01)'),
      shows: 'the advice',
    },
    {
      name: 'it is switched on in so many words',
      before: events,
      code: execute('ALTER TABLE events SET (autovacuum_enabled = on)'),
    },
    {
      name: 'the same revision switches it on again',
      before: events,
      code: `${execute('ALTER TABLE events SET (autovacuum_enabled = false)')}    op.execute("${reset}")\n    op.execute("COMMENT ON TABLE events IS 'all of them'")\n`,
    },
    {
      name: 'a later revision of the change switches it on again',
      code: [execute(`${events} WITH (autovacuum_enabled = false)`), execute(String(reset))],
    },
    {
      name: 'it was off before',
      before: `${events} WITH (autovacuum_enabled = false);`,
      code: execute("COMMENT ON TABLE events IS 'what happened'"),
    },
  ],
};
