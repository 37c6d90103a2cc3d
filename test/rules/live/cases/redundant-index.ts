import type { LiveCases } from '../case.ts';

const seats =
  'CREATE TABLE seats (id bigint PRIMARY KEY, hall text NOT NULL, number text NOT NULL, price bigint)';
const wide = 'CREATE INDEX ix_wide ON seats (hall, number)';
const execute = (sql: string): string => `def upgrade():\n    op.execute("${sql}")\n`;

const options = { 'redundant-index': { prefixes: true } };

export const cases: LiveCases = {
  bad: [
    {
      name: 'on the primary key',
      sql: [seats, 'CREATE INDEX ix_id ON seats (id)'],
      at: 'CREATE INDEX ix_id',
      says: ['seats_pkey', 'op.drop_index("ix_id", table_name="seats")', 'CREATE UNIQUE INDEX seats_pkey'],
    },
    {
      name: 'the first of two columns',
      options,
      sql: [seats, wide, 'CREATE INDEX ix_hall ON seats (hall)'],
      at: 'CREATE INDEX ix_hall',
      says: ['ix_wide'],
    },
    {
      name: 'the same twice',
      sql: [seats, 'CREATE INDEX ix_b ON seats (hall)', 'CREATE INDEX ix_a ON seats (hall)'],
      at: 'CREATE INDEX ix_b',
      says: ['The index ix_b', 'ix_a'],
    },
    {
      name: 'the same as one that was there',
      before: `${seats}; CREATE INDEX ix_b ON seats (hall);`,
      code: 'def upgrade():\n    with op.get_context().autocommit_block():\n        op.execute("CREATE INDEX CONCURRENTLY ix_a ON seats (hall)")\n',
      at: 'ix_a',
      says: ['The index ix_a'],
    },
    {
      name: 'a unique one that is there as a constraint',
      sql: [
        `${seats}; ALTER TABLE seats ADD CONSTRAINT seats_place UNIQUE (hall, number)`,
        'CREATE UNIQUE INDEX a_place ON seats (hall, number)',
      ],
      at: 'CREATE UNIQUE INDEX',
      says: ['seats_place'],
    },
    {
      name: 'of some rows, twice',
      sql: [
        seats,
        'CREATE INDEX ix_a ON seats (hall) WHERE price > 5',
        'CREATE INDEX ix_b ON seats (hall) WHERE price > 5',
      ],
      at: 'ix_b',
      says: ['ix_a'],
    },
    {
      name: 'a hash index twice, in another schema',
      sql: [
        'CREATE SCHEMA crm; CREATE TABLE crm.seats (id bigint PRIMARY KEY, hall text)',
        'CREATE INDEX ix_a ON crm.seats USING hash (hall)',
        'CREATE INDEX ix_b ON crm.seats USING hash (hall)',
      ],
      at: 'ix_b',
      says: ['crm.seats', 'schema="crm"'],
    },
    {
      name: 'what it carries along is found there',
      options,
      sql: [seats, 'CREATE INDEX ix_a ON seats (hall) INCLUDE (number)', wide],
      at: 'ix_a',
      says: ['ix_wide'],
    },
  ],
  good: [
    {
      name: 'the first of two columns, and nobody asks',
      sql: [seats, wide, 'CREATE INDEX ix_hall ON seats (hall)'],
    },
    {
      name: 'the second of two columns',
      options,
      sql: [seats, wide, 'CREATE INDEX ix_number ON seats (number)'],
    },
    {
      name: 'a unique one beside a wider one',
      options,
      sql: [seats, wide, 'CREATE UNIQUE INDEX ux_hall ON seats (hall)'],
    },
    {
      name: 'a unique one beside the same that is not',
      options,
      sql: [seats, 'CREATE INDEX ix_hall ON seats (hall)', 'CREATE INDEX ix_price ON seats (price)'],
    },
    {
      name: 'of all rows beside one of some',
      options,
      sql: [seats, 'CREATE INDEX ix_a ON seats (hall) WHERE price > 5', 'CREATE INDEX ix_b ON seats (hall)'],
    },
    {
      name: 'of other rows',
      options,
      sql: [
        seats,
        'CREATE INDEX ix_a ON seats (hall) WHERE price > 5',
        'CREATE INDEX ix_b ON seats (hall) WHERE price > 6',
      ],
    },
    {
      name: 'another operator class',
      options,
      sql: [seats, wide, 'CREATE INDEX ix_like ON seats (hall text_pattern_ops)'],
    },
    {
      name: 'another method',
      options,
      sql: [seats, wide, 'CREATE INDEX ix_hash ON seats USING hash (hall)'],
    },
    {
      name: 'brin finds by any of its columns',
      options,
      sql: [
        seats,
        'CREATE INDEX ix_a ON seats USING brin (id, price)',
        'CREATE INDEX ix_b ON seats USING brin (id)',
      ],
    },
    {
      name: 'it carries along what the other has not',
      options,
      sql: [seats, wide, 'CREATE INDEX ix_price ON seats (hall) INCLUDE (price)'],
    },
    {
      name: 'another expression',
      options,
      sql: [seats, 'CREATE INDEX ix_a ON seats (lower(hall))', 'CREATE INDEX ix_b ON seats (upper(hall))'],
    },
    {
      name: 'the index of a constraint',
      options,
      sql: `${seats}; ALTER TABLE seats ADD CONSTRAINT seats_hall UNIQUE (hall); ${wide}`,
    },
    {
      name: 'a later revision drops it',
      options,
      code: [
        execute(seats),
        execute(wide),
        execute('CREATE INDEX ix_hall ON seats (hall)'),
        execute('DROP INDEX ix_hall'),
      ],
    },
    {
      name: 'the other one goes',
      options,
      code: [
        execute(
          `${seats}; CREATE INDEX ix_hall ON seats (hall); CREATE INDEX ix_two ON seats (hall)`.replace(
            '; CREATE INDEX ix_two ON seats (hall)',
            '',
          ),
        ),
        execute(wide),
        execute('DROP INDEX ix_wide'),
      ],
    },
    {
      name: 'it was there before',
      options,
      before: `${seats}; ${wide}; CREATE INDEX ix_hall ON seats (hall);`,
      sql: "COMMENT ON TABLE seats IS 'where people sit'",
    },
  ],
};
