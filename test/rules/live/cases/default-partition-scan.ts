import type { LiveCases } from '../case.ts';

const before = `CREATE TABLE events (day date NOT NULL) PARTITION BY RANGE (day);
CREATE TABLE events_rest PARTITION OF events DEFAULT; INSERT INTO events VALUES ('2020-05-05')`;
const bounds = `FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')`;
const create = `CREATE TABLE events_2026 PARTITION OF events ${bounds}`;
const others = `CHECK (day < '2026-01-01' OR day >= '2027-01-01')`;

export const cases: LiveCases = {
  bad: [
    {
      name: 'a partition is made',
      before,
      sql: create,
      at: 'PARTITION OF',
      says: [
        'Nobody reads or writes the default partition events_rest while every row',
        'ALTER TABLE events_rest ADD CONSTRAINT events_rest_others CHECK (<column> < ... OR <column> >= ...) NOT VALID;\n    ALTER TABLE events_rest VALIDATE CONSTRAINT events_rest_others;',
        'read from end to end: events_rest',
      ],
    },
    {
      name: 'a table is attached',
      before,
      sql: [
        'CREATE TABLE events_2026 (day date NOT NULL)',
        `ALTER TABLE events ATTACH PARTITION events_2026 ${bounds}`,
      ],
      at: 'ATTACH PARTITION',
      says: ['the default partition events_rest'],
      takes: { events_rest: 'ACCESS EXCLUSIVE + scan' },
    },
    {
      name: 'in another schema',
      before: `CREATE SCHEMA log; ${before.replaceAll('events', 'log.events')}`,
      sql: create.replaceAll('events', 'log.events'),
      at: 'PARTITION OF',
      says: [
        'ALTER TABLE log.events_rest ADD CONSTRAINT log_events_rest_others',
        'ALTER TABLE log.events_rest VALIDATE CONSTRAINT log_events_rest_others',
      ],
    },
  ],
  good: [
    {
      name: 'the constraint is made and validated, each by itself',
      before,
      code: [
        `ALTER TABLE events_rest ADD CONSTRAINT others ${others} NOT VALID`,
        'ALTER TABLE events_rest VALIDATE CONSTRAINT others',
        create,
      ].map((sql) => `def upgrade():\n    op.execute("${sql}")\n`),
      takes: { events_rest: 'ACCESS EXCLUSIVE | SHARE UPDATE EXCLUSIVE + scan | ACCESS EXCLUSIVE' },
    },
    {
      name: 'there is no default partition',
      before: 'CREATE TABLE events (day date NOT NULL) PARTITION BY RANGE (day)',
      sql: create,
    },
    {
      name: 'all of it is made by the same change',
      sql: [
        'CREATE TABLE events (day date NOT NULL) PARTITION BY RANGE (day)',
        'CREATE TABLE events_rest PARTITION OF events DEFAULT',
        create,
      ],
    },
    {
      name: 'a table like another, which is read afterwards',
      before,
      sql: ['CREATE TABLE news (day date NOT NULL)', 'SELECT count(*) FROM events_rest'],
    },
  ],
};
