import type { LiveCases } from '../case.ts';

const before = `CREATE TABLE events (day date NOT NULL) PARTITION BY RANGE (day);
CREATE TABLE old_events (day date NOT NULL); INSERT INTO old_events VALUES ('2025-05-05')`;
const attach = `ALTER TABLE events ATTACH PARTITION old_events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01')`;

export const cases: LiveCases = {
  bad: [
    {
      name: 'a table with rows',
      before,
      sql: attach,
      at: 'ATTACH PARTITION',
      says: [
        'Nobody reads or writes old_events while every row',
        'ALTER TABLE old_events ADD CONSTRAINT old_events_fits CHECK (<column> >= ... AND <column> < ...) NOT VALID;\n    ALTER TABLE old_events VALIDATE CONSTRAINT old_events_fits;',
        'read from end to end: old_events',
      ],
      takes: { old_events: 'ACCESS EXCLUSIVE + scan', events: 'SHARE UPDATE EXCLUSIVE' },
    },
    {
      name: 'in another schema',
      before: `CREATE SCHEMA log; ${before.replaceAll('TABLE ', 'TABLE log.').replace('INTO ', 'INTO log.')}`,
      sql: attach.replace('old_events', 'log.old_events').replace('TABLE events', 'TABLE log.events'),
      at: 'ATTACH PARTITION',
      says: [
        'ALTER TABLE log.old_events ADD CONSTRAINT log_old_events_fits',
        'ALTER TABLE log.old_events VALIDATE CONSTRAINT log_old_events_fits',
      ],
    },
  ],
  good: [
    {
      name: 'a constraint has said so before',
      before: `${before}; ALTER TABLE old_events ADD CONSTRAINT fits CHECK (day >= '2025-01-01' AND day < '2026-01-01')`,
      sql: attach,
      takes: { old_events: 'ACCESS EXCLUSIVE' },
    },
    {
      name: 'the constraint is made and validated, each by itself',
      before,
      code: [
        `ALTER TABLE old_events ADD CONSTRAINT fits CHECK (day >= '2025-01-01' AND day < '2026-01-01') NOT VALID`,
        'ALTER TABLE old_events VALIDATE CONSTRAINT fits',
        attach,
      ].map((sql) => `def upgrade():\n    op.execute("${sql}")\n`),
      takes: { old_events: 'ACCESS EXCLUSIVE | SHARE UPDATE EXCLUSIVE + scan | ACCESS EXCLUSIVE' },
    },
    {
      name: 'a table that the same change makes',
      before: 'CREATE TABLE events (day date NOT NULL) PARTITION BY RANGE (day)',
      sql: ['CREATE TABLE old_events (day date NOT NULL)', attach],
    },
  ],
};
