import type { LiveCases } from '../case.ts';

const seats = (more: string): string =>
  `CREATE TABLE seats (id bigint PRIMARY KEY, hall text, number text, price bigint NOT NULL${more});`;
const timeout = "SET LOCAL lock_timeout = '1s'";
const drop = 'ALTER TABLE seats DROP COLUMN hall';
const also = ['drop-column'];
const execute = (...sql: readonly string[]): string =>
  `def upgrade():\n${sql.map((one) => `    op.execute("${one}")\n`).join('')}`;

export const cases: LiveCases = {
  bad: [
    {
      name: 'a unique constraint over two columns',
      before: seats(', CONSTRAINT seats_place UNIQUE (hall, number)'),
      sql: [timeout, drop],
      at: 'DROP COLUMN hall',
      says: [
        'the unique constraint seats_place',
        'number is left without it',
        'op.drop_constraint("seats_place", "seats")',
        'UNIQUE (hall, number)',
      ],
      also,
    },
    {
      name: 'a check over two columns',
      before: seats(", CONSTRAINT seats_free CHECK (hall <> 'free' OR price = 0)"),
      sql: [timeout, drop],
      at: 'DROP COLUMN hall',
      says: ['the check constraint seats_free', 'price is left'],
      also,
    },
    {
      name: 'a foreign key over two columns, in another schema',
      before:
        'CREATE SCHEMA crm; CREATE TABLE crm.places (hall text, number text, PRIMARY KEY (hall, number)); CREATE TABLE crm.seats (id bigint PRIMARY KEY, hall text, number text, CONSTRAINT seats_place FOREIGN KEY (hall, number) REFERENCES crm.places (hall, number));',
      sql: [timeout, 'ALTER TABLE crm.seats DROP COLUMN hall'],
      at: 'DROP COLUMN hall',
      says: ['the foreign key seats_place', 'schema="crm"'],
      also,
    },
    {
      name: 'the primary key, of that column alone',
      before: 'CREATE TABLE seats (id bigint PRIMARY KEY, number text);',
      sql: [timeout, 'ALTER TABLE seats DROP COLUMN id'],
      at: 'DROP COLUMN id',
      says: ['the primary key seats_pkey'],
      also,
    },
    {
      name: 'a unique index over two columns',
      before: `${seats('')} CREATE UNIQUE INDEX ix_place ON seats (number, hall);`,
      sql: [timeout, drop],
      at: 'DROP COLUMN hall',
      says: ['the unique index ix_place', 'op.drop_index("ix_place", table_name="seats")'],
      also,
    },
    {
      name: 'an index of some rows, by their hall',
      before: `${seats('')} CREATE INDEX ix_place ON seats (number) WHERE hall IS NOT NULL;`,
      sql: [timeout, drop],
      at: 'DROP COLUMN hall',
      says: ['the index ix_place'],
      severity: 'notice',
      also,
    },
    {
      name: 'an index of an expression',
      before: `${seats('')} CREATE INDEX ix_place ON seats ((hall || number));`,
      sql: [timeout, drop],
      at: 'DROP COLUMN hall',
      says: ['the index ix_place', 'number is left'],
      severity: 'notice',
      also,
    },
    {
      name: 'an index that carries the column along',
      before: `${seats('')} CREATE INDEX ix_place ON seats (number) INCLUDE (hall);`,
      sql: [timeout, drop],
      at: 'DROP COLUMN hall',
      says: ['the index ix_place'],
      severity: 'notice',
      also,
    },
    {
      name: 'something else is made in its place, of another kind',
      before: seats(', CONSTRAINT seats_place UNIQUE (hall, number)'),
      sql: [timeout, `${drop}, ADD CONSTRAINT number_long CHECK (number <> '') NOT VALID`],
      at: 'DROP COLUMN hall',
      says: ['seats_place'],
      also,
    },
    {
      name: 'two columns are left, and other columns go before it, of this table and of others',
      before: `${seats(', row text, CONSTRAINT seats_place UNIQUE (hall, number, row)')} CREATE TABLE others (id bigint PRIMARY KEY, hall text);`,
      sql: [
        timeout,
        'ALTER TABLE seats DROP COLUMN price',
        'ALTER TABLE others DROP COLUMN hall',
        'ALTER TABLE others DROP CONSTRAINT IF EXISTS seats_place_2',
        drop,
      ],
      at: 'seats DROP COLUMN hall',
      says: ['number and row are left without it.'],
      also,
    },
    {
      name: 'the primary key alone leaves nothing without it',
      before: 'CREATE TABLE seats (id bigint PRIMARY KEY, number text);',
      sql: [timeout, 'ALTER TABLE seats DROP COLUMN id'],
      at: 'DROP COLUMN id',
      says: ['and nothing in the revision says so.\nSay it in front'],
      also,
    },
    {
      name: 'an exclusion over two columns',
      before: seats(', CONSTRAINT seats_place EXCLUDE USING btree (hall WITH =, number WITH =)'),
      sql: [timeout, drop],
      at: 'DROP COLUMN hall',
      says: ['the exclusion constraint seats_place'],
      also,
    },
    {
      name: 'two of them, both told of apart',
      before: `${seats(', CONSTRAINT seats_place UNIQUE (hall, number), CONSTRAINT seats_price UNIQUE (hall, price)')}`,
      sql: [timeout, drop],
      at: 'DROP COLUMN hall',
      says: ['seats_place', 'seats_price'],
      times: 2,
      also,
    },
  ],
  good: [
    {
      name: 'a constraint of the column alone',
      code: [execute(seats(', UNIQUE (hall), CHECK (hall IS NOT NULL)')), execute(drop)],
    },
    {
      name: 'an index of the column alone',
      code: [execute(`${seats('')} CREATE INDEX ix_hall ON seats (hall)`), execute(drop)],
    },
    {
      name: 'the constraint is dropped by name',
      code: [
        execute(seats(', CONSTRAINT seats_place UNIQUE (hall, number)')),
        execute('ALTER TABLE seats DROP CONSTRAINT seats_place', drop),
      ],
      shows: 'the advice',
    },
    {
      name: 'the index is dropped by name',
      code: [
        execute(`${seats('')} CREATE INDEX ix_place ON seats (hall, number)`),
        execute('DROP INDEX ix_place', drop),
      ],
    },
    {
      name: 'a constraint takes its place',
      code: [
        execute(seats(', CONSTRAINT seats_place UNIQUE (hall, number)')),
        execute(drop, 'ALTER TABLE seats ADD CONSTRAINT seats_number UNIQUE (number)'),
      ],
    },
    {
      name: 'an index takes its place',
      code: [
        execute(`${seats('')} CREATE INDEX ix_place ON seats (hall, number)`),
        execute(drop, 'CREATE INDEX ix_number ON seats (number, price)'),
      ],
    },
    {
      name: 'another column than those of the constraint',
      code: [execute(seats(', CONSTRAINT seats_place UNIQUE (price, number)')), execute(drop)],
    },
    {
      name: 'a constraint goes, and no column',
      code: [
        execute(`${seats('')} ALTER TABLE seats ADD CONSTRAINT seats_place UNIQUE (hall, number)`),
        execute('ALTER TABLE seats DROP CONSTRAINT seats_place'),
      ],
    },
  ],
};
